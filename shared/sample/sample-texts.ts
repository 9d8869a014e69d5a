import { blankEdit, narrativeEdit, signOffEdit, titleEdit } from '../actions/report-changes.ts'
import type { Form } from '../catalogue/forms/form.ts'
import type { Change } from '../journal/frame.ts'
import { narrativeKeys, type Report, titleKeys } from '../model/report/report.ts'
import type { ReportId } from '../model/report/report-record.ts'
import type { Groups } from '../record/groups.ts'
import { sampleForm } from './sample-form.ts'
import { xiaochang2020 } from './xiaochang-2020-figures.ts'

type Texts = Pick<Report, 'narrative' | 'presentation'>

/** Texts for the county's yearly report, so that a printed sample has all six sections. They name no figures. */
export function sampleCountyTexts(unit: string, year: number): Texts {
  return {
    narrative: {
      preface: `本报告根据《中华人民共和国政府信息公开条例》第五十条编制，汇总了${unit}所属乡镇和部门${year}年政府信息公开工作的情况。报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、行政复议和行政诉讼情况、存在的问题及改进情况、其他需要报告的事项六部分组成。数据统计期限为${year}年1月1日至12月31日。`,
      overview: [
        `${year}年，${unit}按照条例要求推进政务公开，各乡镇、各部门分工负责，全年工作有序开展。`,
        '（一）主动公开。围绕群众关心的就业、教育、医疗、社会救助、财政资金等领域，及时公开政策文件和办事结果。政府网站为第一平台，政务新媒体、广播电视和公告栏同步发布，方便不同人群获取信息。',
        '（二）依申请公开。畅通网络、信函和当面三种申请渠道，收到申请当天登记，由专人跟踪办理进度，答复前逐件核对依据和时限，做到件件有登记、件件有答复。',
        '（三）政府信息管理。发布前由承办人初核、科室负责人复核、分管领导审定，涉密和个人信息一律先审查后公开。对已经公开的文件定期清理，失效的及时标注。',
        '（四）政府信息公开平台建设。统一各单位信息公开栏目的名称和样式，补齐缺少的内容，检查并修复打不开的链接。政务服务大厅设有查阅点，提供纸质资料和自助查询。',
        '（五）监督保障。明确分管领导和联络人，年内开展业务培训和日常检查，发现问题当面反馈、限期改正。',
      ].join('\n'),
      problems: [
        '（一）存在的主要问题',
        '一是个别单位公开不够及时，有的文件印发多日后才上网。二是政策解读形式偏少，以文字为主。三是基层工作人员变动较多，业务不够熟悉。',
        '（二）改进措施',
        '一是把公开时限写进发文流程，文件印发时同步提交公开。二是对群众关注的政策增加图示和问答。三是每季度组织一次业务交流，新到岗人员先培训后上岗。',
      ].join('\n'),
      other: '本年度没有收取政府信息公开信息处理费，没有其他需要报告的事项。',
    },
    presentation: { titles: xiaochang2020.titles, blank: '', signOff: { unit, date: `${year + 1}-01-29` } },
  }
}

/** Texts for the report of one of its units: short, as a township writes them. */
export function sampleUnitTexts(unit: string, year: number): Texts {
  return {
    narrative: {
      preface: `本报告根据《中华人民共和国政府信息公开条例》编制，数据统计期限为${year}年1月1日至12月31日。`,
      overview: `${year}年，${unit}按照县里的统一安排做好政府信息公开工作，由办公室专人负责，发布前逐条审核。`,
      problems: '主要问题是公开的及时性还要加强。下一步将明确每类信息的公开时限，每月自查一次。',
      other: '没有其他需要报告的事项。',
    },
    presentation: { titles: {}, blank: null, signOff: { unit, date: `${year + 1}-01-15` } },
  }
}

/** The county's sample texts as changes of its report record. */
export function sampleTextChanges(forms: readonly Form[], id: ReportId, groups: Groups): Change[] {
  const { narrative, presentation } = sampleCountyTexts(xiaochang2020.unit.name, id.year)
  const form = sampleForm(forms)
  return [
    ...narrativeKeys.flatMap((key) => narrativeEdit(id, groups, key, narrative[key] ?? '')),
    ...titleKeys.flatMap((key) => titleEdit(form, id, groups, key, presentation.titles[key] ?? '')),
    ...blankEdit(id, groups, presentation.blank),
    ...signOffEdit(id, groups, presentation.signOff),
  ]
}
