import type { ApplicantKind, Outcome, ReceiptWay } from './request-codes.ts'

/*
 * What offices call the columns of a list of requests, and what stands in them, in sheets of their own. Only what can
 * mean nothing else: 法人或其他组织 alone does not say which of five columns it counts in.
 */

export const fieldAlso = {
  arrived: ['收到申请日期', '申请日期', '收件日期', '接收日期', '登记日期', '受理日期', '来件日期', '提交日期'],
  way: ['申请方式', '收到方式', '提交方式', '申请渠道', '来源渠道', '接收方式', '受理方式', '申请途径'],
  confirmed: ['确认日期'],
  applicant: ['申请人类型', '申请人性质', '申请主体', '申请主体类别', '申请主体类型', '主体类别'],
  subject: [
    '申请内容',
    '申请事项',
    '申请公开内容',
    '申请公开事项',
    '申请公开的内容',
    '所需信息',
    '所需政府信息',
    '信息内容',
    '内容描述',
    '所需信息内容描述',
  ],
  number: ['申请编号', '登记编号', '登记号', '受理编号', '受理号', '申请号'],
  platformNumber: ['平台编号', '系统编号', '来件编号', '平台登记号', '网上申请编号', '查询号'],
  organ: ['承办部门', '承办科室', '承办股室', '承办机构', '责任单位', '办理单位', '办理科室', '经办科室'],
  name: ['申请人', '申请人姓名', '申请人名称', '姓名', '姓名或名称', '姓名名称', '申请单位'],
  idNumber: ['身份证', '身份证号', '身份证号码', '证件号', '统一社会信用代码', '组织机构代码'],
  phone: ['电话', '手机', '手机号', '手机号码', '电话号码', '联系方式'],
  email: ['邮箱', '邮件地址', 'Email', 'E-mail', '电子邮件'],
  address: ['地址', '联系地址', '通讯地址', '邮寄地址', '住址'],
}

export const wayAlso: Readonly<Record<ReceiptWay, string[]>> = {
  inPerson: ['当面', '当面申请', '现场', '现场提交', '现场申请', '窗口', '上门', '面交'],
  signedMail: ['挂号信', '快递', '特快专递', 'EMS', '签收邮件', '邮寄', '邮政快递'],
  ordinaryMail: ['平信', '信函', '来信', '信件', '书信', '普通信函', '信函申请'],
  online: [
    '网上',
    '网络申请',
    '网上申请',
    '网站',
    '在线',
    '线上',
    '互联网',
    '平台',
    '门户网站',
    '政府网站',
    '电子邮件',
  ],
  fax: ['传真申请'],
  other: ['其他', '其它'],
}

export const applicantAlso: Readonly<Record<ApplicantKind, string[]>> = {
  person: ['个人', '公民', '公民个人'],
  company: ['企业', '公司', '商业企业'],
  research: ['科研机构', '科研'],
  welfare: ['社会公益组织', '公益组织', '社会组织'],
  legal: ['法律服务机构', '律师事务所', '律所'],
  otherOrganisation: ['其他组织', '其他', '其它'],
}

export const outcomeAlso: Readonly<Record<Outcome, string[]>> = {
  granted: ['公开', '同意公开', '全部公开', '已公开'],
  partlyGranted: ['部分公开', '区分处理'],
  'refused.stateSecret': ['国家秘密', '涉密'],
  'refused.otherLaw': ['其他法律行政法规禁止公开', '法律法规禁止公开'],
  'refused.securityAndStability': ['三安全一稳定'],
  'refused.thirdParty': ['第三方合法权益', '商业秘密', '个人隐私'],
  'refused.internalAffairs': ['内部事务信息', '内部事务'],
  'refused.processInformation': ['过程性信息'],
  'refused.enforcementFile': ['行政执法案卷', '执法案卷'],
  'refused.administrativeInquiry': ['行政查询事项', '行政查询'],
  'unavailable.notHeld': ['不掌握', '本机关不掌握', '信息不存在', '政府信息不存在', '不存在'],
  'unavailable.notReady': ['没有现成信息', '需要另行制作', '需另行制作'],
  'unavailable.stillUnclear': ['申请内容不明确', '内容仍不明确'],
  'notProcessed.petition': ['信访', '信访投诉举报', '信访举报投诉'],
  'notProcessed.repeat': ['重复申请'],
  'notProcessed.publication': ['公开出版物', '出版物'],
  'notProcessed.excessive': ['大量反复申请', '反复申请'],
  'notProcessed.reissue': ['重新出具', '确认或重新出具'],
  'other.rectificationOverdue': ['逾期不补正', '逾期未补正'],
  'other.feeOverdue': ['逾期未缴费', '逾期不缴费'],
  'other.other': ['其他处理', '其他', '其它'],
}
