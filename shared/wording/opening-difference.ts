import { cellName } from '../catalogue/forms/cell-name.ts'
import type { Form } from '../catalogue/forms/form.ts'
import { formatFigure } from '../model/report/figure.ts'
import type { CarriedFigure } from '../steps/derive/carried-over.ts'

/** Last year's report, and whether it went out or still stands open: 2024年年报（已报送）. */
export function lastReportName(year: number, isSubmitted: boolean): string {
  return `${year}年年报${isSubmitted ? '（已报送）' : '（未报送）'}`
}

/** A request carried over: the register and last year's report say different numbers. */
export function carriedDifference(lastForm: Form, lastYear: number, carried: CarriedFigure): string {
  const { counted, lastYear: left } = carried
  return `台账里年初尚未办结的是${formatFigure(counted)}件，${lastYear}年年报结转的是${formatFigure(left)}件（${cellName(lastForm, carried.lastKey)}）。漏登的请按真实的来件日期补登记，登错的请改日期；台账无误的，请到${lastYear}年度改正后重新报送。`
}

/** A stock that was typed otherwise than last year's report has it. */
export function stockDifference(
  lastYear: number,
  { typed, lastYear: left }: { readonly typed: string; readonly lastYear: string },
): string {
  return `年初数填的是${typed}，${lastYear}年年报是${left}，目前按${typed}计算。填错的请清空这一格，自动取年报的${left}；年报有误的，请到${lastYear}年度改正后重新报送。`
}
