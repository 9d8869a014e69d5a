import { answerWordings } from './answer-wordings.ts'
import type { LetterWordings } from './letter-schema.ts'

const law = '《中华人民共和国政府信息公开条例》'
const feeRules = '《政府信息公开信息处理费管理办法》'
const received = '{you}提出的政府信息公开申请，本机关于{received}收到，登记编号为{number}。'

/** What the applicant wanted corrected, and what became of it (art. 41). */
const correction = (...said: string[]) => ({
  title: '政府信息更正处理告知书',
  reference: '{documentNumber}',
  salutation: '{applicant}：',
  paragraphs: [
    '{you}认为本机关提供的与{you}自身相关的政府信息记录不准确，要求更正，本机关于{received}收到，登记编号为{number}。',
    ...said,
  ],
})
const correctionElsewhere = `该信息的更正不属于本机关职能范围。根据${law}第四十一条的规定，`

const feeRest = [
  '请自收到本通知次日起{period}个工作日内缴纳，缴纳方式为：{payTo}。',
  '缴费后，本机关自缴费的次日起重新计算答复期限。逾期没有缴纳的，视为放弃申请，本机关不再处理该申请。',
  '收取信息处理费的决定不能单独申请行政复议或者提起行政诉讼。缴费期满后，对本机关不再处理申请不服的，可以依法申请行政复议或者提起行政诉讼。',
]

/**
 * What the letters say, in one place and without code. Articles are those of the Regulation of 2019; the points that rest on
 * memory are listed in docs/verification.md.
 */
export const letterWordings: LetterWordings = {
  receipt: {
    title: '政府信息公开申请登记回执',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      '{you}{way}提出的政府信息公开申请，本机关于{received}收到，登记编号为{number}。',
      '申请公开的内容：{request}。',
      `根据${law}第三十三条的规定，本机关自收到申请之日起{answerDays}个工作日内答复，最迟于{lastDay}答复。`,
      '办理中需要补正申请、延长答复期限、征求第三方或者其他机关的意见、收取信息处理费的，答复期限按规定另行计算。',
      '查询办理情况时，请说明上述登记编号。',
    ],
  },
  rectification: {
    title: '政府信息公开申请补正告知书',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      received,
      `经审查，申请内容还不够明确，本机关难以据此查找相应的政府信息。根据${law}第三十条的规定，请{you}补正以下事项：`,
      '{matter}',
      '请最迟在{due}（自本告知书发出之日起{period}个工作日内）将补正后的申请交到本机关。答复期限自本机关收到补正的申请之日起计算。',
      '无正当理由逾期不补正的，视为放弃申请，本机关不再处理该申请。',
    ],
  },
  extension: {
    title: '政府信息公开申请延期答复告知书',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      received,
      `因{matter}，本机关不能在原定期限内答复。根据${law}第三十三条的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长{extendedBy}个工作日，最迟于{lastDay}答复。`,
      '特此告知。',
    ],
  },
  consultation: {
    thirdParty: {
      title: '政府信息公开征求第三方意见书',
      reference: '',
      salutation: '{addressee}：',
      paragraphs: [
        '本机关正在办理一件政府信息公开申请（登记编号：{number}）。申请公开的以下信息涉及贵方，公开后可能影响贵方的合法权益：',
        '{matter}',
        `根据${law}第三十二条的规定，现征求贵方意见。请在收到本意见书之日起{period}个工作日内，书面告知是否同意公开；不同意的，请说明理由。`,
        '逾期没有提出意见的，由本机关依照《中华人民共和国政府信息公开条例》的规定决定是否公开。贵方不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定公开，并将决定的内容和理由书面告知贵方。',
      ],
    },
    organ: {
      title: '政府信息公开征求意见函',
      reference: '',
      salutation: '{addressee}：',
      paragraphs: [
        '本机关正在办理一件政府信息公开申请（登记编号：{number}）。申请公开的以下信息由本机关牵头、与贵单位共同制作：',
        '{matter}',
        `根据${law}第三十四条的规定，现征求贵单位意见。请在收到本函之日起{period}个工作日内，书面告知是否同意公开；不同意的，请说明理由和依据。逾期没有提出意见的，视为同意公开。`,
      ],
    },
  },
  consultationNotice: {
    title: '政府信息公开申请征求意见告知书',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      received,
      `{you}申请公开的信息需要征求第三方或者其他机关的意见。根据${law}第三十三条的规定，征求意见所需时间不计算在答复期限内。`,
      '本机关将在征求意见后依法及时答复，特此告知。',
    ],
  },
  publicInterest: {
    title: '政府信息公开决定告知书',
    reference: '',
    salutation: '{addressee}：',
    paragraphs: [
      '本机关曾就一件政府信息公开申请（登记编号：{number}）涉及贵方的信息征求意见，贵方不同意公开。',
      `经审查，本机关认为不公开可能对公共利益造成重大影响。根据${law}第三十二条的规定，决定予以公开。公开的内容和理由如下：`,
      '{matter}',
      '对本决定不服的，可以自收到本告知书之日起60日内向{reviewOrgan}申请行政复议，也可以自收到本告知书之日起6个月内向{court}提起行政诉讼。',
    ],
  },
  reasons: {
    title: '政府信息公开申请说明理由通知书',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      received,
      `{you}申请公开政府信息的数量、频次明显超过合理范围。根据${law}第三十五条的规定，请{you}就以下事项书面说明理由：`,
      '{matter}',
      '本机关认为理由不合理的，不予处理；理由合理，但是不能在规定期限内答复的，将确定并告知延迟答复的合理期限。',
    ],
  },
  delay: {
    title: '政府信息公开申请延迟答复告知书',
    reference: '',
    salutation: '{applicant}：',
    paragraphs: [
      received,
      `{you}已经说明理由。因{matter}，本机关不能在规定期限内答复。根据${law}第三十五条的规定，本机关延迟到{until}前答复，特此告知。`,
    ],
  },
  correction: {
    corrected: correction(
      `经审核，情况属实。根据${law}第四十一条的规定，本机关已经更正以下记录：`,
      '{matter}',
      '特此告知。',
    ),
    transferred: correction(
      `经审核，${correctionElsewhere}本机关已将{you}的更正申请转送以下有权更正的行政机关处理：`,
      '{matter}',
      '特此告知。',
    ),
    directed: correction(
      `经审核，${correctionElsewhere}请{you}向以下有权更正的行政机关提出：`,
      '{matter}',
      '特此告知。',
    ),
    unfounded: correction(
      `经审核，现有证据不能证明该信息记录不准确。根据${law}第四十一条的规定，本机关不予更正。`,
      '理由如下：{matter}',
      '对本处理不服的，可以自收到本告知书之日起60日内向{reviewOrgan}申请行政复议，也可以自收到本告知书之日起6个月内向{court}提起行政诉讼。',
    ),
  },
  opinion: {
    title: '意见回执',
    salutation: '致{unit}：',
    lines: [
      { boxes: [{ label: '提出人', text: '{addressee}' }], room: false },
      { boxes: [{ label: '登记编号', text: '{number}' }], room: false },
      { boxes: [{ label: '是否同意公开', text: '□同意公开　　□部分同意公开　　□不同意公开' }], room: false },
      { boxes: [{ label: '理由', text: '' }], room: true },
      {
        boxes: [
          { label: '签名或者盖章', text: '' },
          { label: '日期', text: '' },
        ],
        room: true,
      },
    ],
    notes: ['填写后交回：{unitAddress}　联系人：{contact}　联系电话：{phone}'],
  },
  fee: {
    items: {
      title: '政府信息公开信息处理费收费通知书',
      reference: '',
      salutation: '{applicant}：',
      paragraphs: [
        received,
        `{you}于{month}向本机关提出政府信息公开申请，数量、频次明显超过合理范围（本通知计收当月{charged}）。根据${law}第四十二条和${feeRules}的规定，本机关按件计收信息处理费{amount}元。计算如下：`,
        '{calculation}',
        ...feeRest,
      ],
    },
    pages: {
      title: '政府信息公开信息处理费收费通知书',
      reference: '',
      salutation: '{applicant}：',
      paragraphs: [
        received,
        `{you}申请公开的信息共{count}页，数量明显超过合理范围。根据${law}第四十二条和${feeRules}的规定，本机关按量计收信息处理费{amount}元。计算如下：`,
        '{calculation}',
        ...feeRest,
      ],
    },
  },
  decision: {
    reference: '{documentNumber}',
    salutation: '{applicant}：',
    opening: [received, '申请公开的内容：{request}。'],
    rectified: '本机关于{askedToRectify}告知{you}补正，{rectifiedOn}收到补正后的申请。',
  },
  answers: answerWordings,
  remedies: {
    either:
      '对本答复不服的，可以自收到本答复之日起60日内向{reviewOrgan}申请行政复议，也可以自收到本答复之日起6个月内向{court}提起行政诉讼。',
    reviewFirst:
      '对本答复不予公开的内容不服的，应当先自收到本答复之日起60日内向{reviewOrgan}申请行政复议；对行政复议决定不服的，可以自收到行政复议决定书之日起15日内向{court}提起行政诉讼。',
    online: '申请行政复议的，也可以通过以下网上途径提出：{reviewOnline}。',
  },
  delivery: {
    title: '政府信息公开文书送达回证',
    lines: [
      { boxes: [{ label: '送达机关', text: '{unit}' }], room: false },
      { boxes: [{ label: '受送达人', text: '{applicant}' }], room: false },
      { boxes: [{ label: '送达文书', text: '{deliveredDocument}' }], room: false },
      {
        boxes: [
          { label: '登记编号', text: '{number}' },
          { label: '送达方式', text: '{deliveryWay}' },
        ],
        room: false,
      },
      { boxes: [{ label: '送达地址', text: '{deliverTo}' }], room: false },
      {
        boxes: [
          { label: '受送达人签名或者盖章', text: '' },
          { label: '收到日期', text: '　　年　　月　　日' },
        ],
        room: true,
      },
      {
        boxes: [
          { label: '代收人签名', text: '' },
          { label: '与受送达人的关系', text: '' },
        ],
        room: true,
      },
      { boxes: [{ label: '未送达原因', text: '' }], room: true },
      {
        boxes: [
          { label: '送达人签名', text: '' },
          { label: '送达日期', text: '　　年　　月　　日' },
        ],
        room: true,
      },
      { boxes: [{ label: '备注', text: '' }], room: true },
    ],
    notes: ['邮寄的，附邮寄凭证；通过网络送达的，附发送和对方收到的记录。'],
  },
  slip: {
    title: '政府信息公开申请办理期限单',
    lines: [
      {
        boxes: [
          { label: '登记编号', text: '{number}' },
          { label: '收到申请', text: '{received}' },
        ],
        room: false,
      },
      {
        boxes: [
          { label: '补正告知截止日期', text: '{noticeBy}' },
          { label: '答复截止日期', text: '{lastDay}' },
        ],
        room: false,
      },
    ],
    notes: ['依据：《中华人民共和国政府信息公开条例》。期限按国务院办公厅公布的节假日安排计算。'],
  },
  contact: '（联系人：{contact}　联系电话：{phone}　联系地址：{unitAddress}）',
}
