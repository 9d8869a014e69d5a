import { cellName } from '../catalogue/forms/cell-name.ts'
import type { Form } from '../catalogue/forms/form.ts'
import { formatFigure } from '../model/report/figure.ts'
import type { CarriedFigure } from '../steps/derive/carried-over.ts'

/** Last year's report, and whether it went out or still stands open: 2024年年报（已报送）. */
export function lastReportName(year: number, isSubmitted: boolean): string {
  return `${year}年年报${isSubmitted ? '（已报送）' : '（还没有报送）'}`
}

/** A request carried over: the register and last year's report say different numbers. */
export function carriedDifference(lastForm: Form, lastYear: number, carried: CarriedFigure): string {
  const { counted, lastYear: left } = carried
  return `台账里年初还没办完的是${formatFigure(counted)}件，${lastYear}年年报结转的是${formatFigure(left)}件（${cellName(lastForm, carried.lastKey)}）。漏登的请按真实的收到日期补登记，登错的请改日期；台账没有错，就到${lastYear}年度重新报送。`
}

/** A stock that was typed otherwise than last year's report has it. */
export function stockDifference(
  lastYear: number,
  { typed, lastYear: left }: { readonly typed: string; readonly lastYear: string },
): string {
  return `年初数填的是${typed}，${lastYear}年年报是${left}，现在按填的${typed}算。填错了就清空这一格，自动接年报的${left}；年报错了，请到${lastYear}年度改好再报送。`
}
