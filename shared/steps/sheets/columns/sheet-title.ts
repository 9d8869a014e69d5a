import { cellText, type SheetTable } from '../cell.ts'
import { moneyUnitOf } from '../cells/read-amount.ts'

/** What stands above the headings of a sheet, and in its name, and holds for all of its rows. */
export interface SheetTitle {
  /** 花园镇2024年台账; null where none is named, or several are. */
  readonly year: number | null
  /** 2024年12月 */
  readonly month: number | null
  /** 单位：万元 */
  readonly moneyUnit: string | null
}

export function sheetTitle({ name, rows }: SheetTable, headRow: number): SheetTitle {
  const above = rows.slice(0, headRow).flatMap((row) => row?.map(cellText) ?? [])
  const texts = [name, ...above].map((text) => text.normalize('NFKC').replace(/\s/g, ''))
  // 填表日期：2025年1月10日 says when it was written, not of what.
  const years = only(
    texts.flatMap((text) => [...text.matchAll(/(20\d{2})年(?!\d{1,2}月\d{1,2}日)/g)].map((found) => found[1])),
  )
  const months = only(
    texts.flatMap((text) => [...text.matchAll(/20\d{2}年(\d{1,2})月(?!\d|[-—至])/g)].map((found) => found[1])),
  )
  const bare = years ?? only(texts.flatMap((text) => /^(20\d{2})(年度?)?$/.exec(text)?.[1]))
  return {
    year: bare === null ? null : Number(bare),
    month: months === null ? null : Number(months),
    moneyUnit: only(texts.flatMap((text) => unitsIn(text))),
  }
}

/** 金额单位：万元; of 单位：件、万元 the one that is money. */
function unitsIn(text: string): string[] {
  const [, said = ''] = /单位[:](.*)$/.exec(text) ?? []
  return said.split(/[、,;()和及/]/).flatMap((one) => moneyUnitOf(`(${one})`) ?? [])
}

const only = (found: readonly (string | undefined)[]): string | null => {
  const [one, ...others] = new Set(found.filter((text) => text !== undefined))
  return others.length > 0 ? null : (one ?? null)
}
