import type { AnswerWording } from './letter-schema.ts'

const law = '《中华人民共和国政府信息公开条例》'
const answerTitle = '政府信息公开申请答复书'
const noticeTitle = '政府信息公开申请处理告知书'
const why = '理由如下：{matter}'

/** A refusal says its ground and its reasons (art. 36, item 3). */
const refusal = (label: string, ground: string, article: string, ask: string): AnswerWording => ({
  label,
  title: answerTitle,
  paragraphs: [`经审查，${ground}。根据${law}${article}和第三十六条第三项的规定，本机关决定不予公开。`, why],
  ask,
  remedy: 'reviewFirst',
})

const other = (title: string, label: string, paragraphs: string[], ask: string): AnswerWording => ({
  label,
  title,
  paragraphs,
  ask,
  remedy: 'either',
})

/**
 * The body of the answer for each outcome of the table of requests, several where the article differs; then those of
 * outcomes that have none of their own: of a group, and of any.
 */
export const answerWordings: Record<string, AnswerWording[]> = {
  granted: [
    other(
      answerTitle,
      '提供信息',
      [`经审查，{you}申请的信息可以公开。根据${law}第三十六条第二项的规定，现予以公开，内容如下：`, '{matter}'],
      '公开的内容，或者附件的名称',
    ),
    other(
      answerTitle,
      '告知获取的方式、途径和时间',
      [
        `经审查，{you}申请的信息可以公开。根据${law}第三十六条第二项的规定，现将获取该信息的方式、途径和时间告知如下：`,
        '{matter}',
      ],
      '怎样获取、在哪里获取、什么时间',
    ),
    other(
      answerTitle,
      '已主动公开，告知获取方式',
      [
        `经查，{you}申请的信息已经主动公开。根据${law}第三十六条第一项的规定，现将获取该信息的方式、途径告知如下：`,
        '{matter}',
      ],
      '获取方式（网址、公报期号等）',
    ),
  ],
  partlyGranted: [
    {
      label: '部分公开',
      title: answerTitle,
      paragraphs: [
        `经审查，{you}申请的信息含有不应当公开的内容，但能够区分处理。根据${law}第三十七条的规定，本机关公开其中可以公开的部分，其余不予公开。公开的内容、不予公开的内容及其依据和理由如下：`,
        '{matter}',
      ],
      ask: '公开内容、不予公开内容及依据和理由',
      remedy: 'reviewFirst',
    },
  ],
  'refused.stateSecret': [
    refusal('国家秘密', '{you}申请的信息属于依法确定的国家秘密', '第十四条', '理由（不要写出秘密的内容）'),
  ],
  'refused.otherLaw': [
    refusal(
      '法律、行政法规禁止公开',
      '{you}申请的信息是法律、行政法规禁止公开的政府信息',
      '第十四条',
      '是哪部法律、行政法规的第几条，怎样适用',
    ),
  ],
  'refused.securityAndStability': [
    refusal(
      '三安全一稳定',
      '{you}申请的信息公开后可能危及国家安全、公共安全、经济安全、社会稳定',
      '第十四条',
      '公开后可能危及什么，为什么',
    ),
  ],
  'refused.thirdParty': [
    refusal(
      '损害第三方合法权益',
      '{you}申请的信息涉及商业秘密、个人隐私，公开会对第三方合法权益造成损害',
      '第十五条、第三十二条',
      '涉及哪一种、征求意见的结果、为什么不公开',
    ),
  ],
  'refused.internalAffairs': [
    refusal(
      '内部事务信息',
      '{you}申请的信息属于人事管理、后勤管理、内部工作流程等内部事务信息',
      '第十六条第一款',
      '属于哪一种，为什么不公开',
    ),
  ],
  'refused.processInformation': [
    refusal(
      '过程性信息',
      '{you}申请的信息属于在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息',
      '第十六条第二款',
      '属于哪一种，为什么不公开',
    ),
  ],
  'refused.enforcementFile': [
    refusal(
      '行政执法案卷',
      '{you}申请的信息属于行政执法案卷信息',
      '第十六条第二款',
      '是什么案卷里的信息，为什么不公开',
    ),
  ],
  'refused.administrativeInquiry': [
    {
      label: '行政查询事项',
      title: answerTitle,
      paragraphs: [
        `经审查，{you}申请的信息属于登记资料等信息，有关法律、行政法规对它的获取有特别规定。根据${law}第三十六条第七项的规定，请依照有关规定办理：`,
        '{matter}',
      ],
      ask: '按哪部法律、行政法规，到哪里查询',
      // Not among the refusals that review must come before (法释〔2025〕8号 art. 1, item 2): either way.
      remedy: 'either',
    },
  ],
  'unavailable.notHeld': [
    other(
      answerTitle,
      '经检索没有',
      [
        `本机关按照申请的内容作了检索，情况为：{matter}。`,
        `经检索，没有{you}申请的信息。根据${law}第三十六条第四项的规定，告知{you}该政府信息不存在。`,
      ],
      '检索范围和方法',
    ),
    other(
      answerTitle,
      '不由本机关负责公开',
      [`经审查，{you}申请的信息不属于本机关负责公开。根据${law}第三十六条第五项的规定，现说明如下：`, '{matter}'],
      '理由；知道由谁公开的，写明该机关的名称和联系方式',
    ),
  ],
  'unavailable.notReady': [
    other(
      answerTitle,
      '需要另行制作',
      [
        `经审查，{you}申请的信息需要本机关对现有政府信息进行加工、分析。根据${law}第三十八条的规定，本机关提供的是已制作或者获取的政府信息，因此不予提供。`,
        why,
      ],
      '现在有什么、还要怎样加工',
    ),
  ],
  'unavailable.stillUnclear': [
    other(
      answerTitle,
      '补正后仍不明确',
      [
        `本机关于{askedToRectify}根据${law}第三十条的规定告知{you}补正。{you}补正后，申请内容仍不明确，本机关无法提供。`,
        '仍不明确之处：{matter}',
      ],
      '哪里仍不明确',
    ),
  ],
  'notProcessed.petition': [
    other(
      noticeTitle,
      '信访、投诉、举报',
      [
        `经审查，{you}提出的是信访、投诉、举报等诉求。根据${law}第三十九条第一款的规定，本机关不作为政府信息公开申请处理。请通过以下渠道提出：`,
        '{matter}',
      ],
      '可以向哪里提出',
    ),
  ],
  'notProcessed.repeat': [
    other(
      noticeTitle,
      '重复申请',
      [
        `本机关已经就{you}申请公开的同一政府信息作出答复，前次答复为：{matter}。`,
        `根据${law}第三十六条第六项的规定，本机关不予重复处理。`,
      ],
      '前一次答复的日期和文号',
    ),
  ],
  'notProcessed.publication': [
    other(
      noticeTitle,
      '公开出版物',
      [
        `经审查，{you}申请的是政府公报、报刊、书籍等公开出版物。根据${law}第三十九条第二款的规定，现将获取的途径告知如下：`,
        '{matter}',
      ],
      '获取途径',
    ),
  ],
  'notProcessed.excessive': [
    other(
      noticeTitle,
      '大量反复申请',
      [
        `{you}申请公开政府信息的数量、频次明显超过合理范围。本机关根据${law}第三十五条的规定要求{you}说明理由，经审查，理由不合理，本机关不予处理。`,
        '有关情况如下：{matter}',
      ],
      '数量和频次、怎样要求说明理由、为什么不合理',
    ),
  ],
  'notProcessed.reissue': [
    other(
      noticeTitle,
      '要求确认或者重新出具',
      [
        `经审查，{you}要求本机关对已经获取的信息加以确认或者重新出具。该请求不属于${law}规定的政府信息公开申请事项，本机关不予处理。`,
        '有关情况如下：{matter}',
      ],
      '是什么信息、什么时候已经获取',
    ),
  ],
  'other.rectificationOverdue': [
    other(
      noticeTitle,
      '逾期不补正',
      [
        `本机关于{askedToRectify}告知{you}最迟在{rectifyBy}补正申请。{you}没有说明正当理由，逾期没有补正。根据${law}第三十条的规定，视为放弃申请，本机关不再处理该申请。`,
      ],
      '',
    ),
  ],
  'other.feeOverdue': [
    other(
      noticeTitle,
      '逾期不缴费',
      [
        `本机关于{askedToPay}通知{you}最迟在{payBy}缴纳信息处理费{amount}元。{you}逾期没有缴纳。根据《政府信息公开信息处理费管理办法》的规定，视为放弃申请，本机关不再处理该申请。`,
      ],
      '',
    ),
  ],
  refused: [
    {
      label: '不予公开',
      title: answerTitle,
      paragraphs: [
        `经审查，{you}申请的信息有“{outcome}”的情形。根据${law}{article}和第三十六条第三项的规定，本机关决定不予公开。`,
        why,
      ],
      ask: '为什么不公开',
      remedy: 'reviewFirst',
    },
  ],
  notProcessed: [
    other(
      noticeTitle,
      '不予处理',
      [`经审查，{you}的申请有“{outcome}”的情形。根据${law}{article}的规定，本机关不予处理。`, why],
      '为什么不予处理',
    ),
  ],
  any: [
    other(
      noticeTitle,
      '办理结果',
      [`{you}的申请，办理结果为“{outcome}”。依据${law}{article}，说明如下：`, '{matter}'],
      '怎样办理、为什么',
    ),
  ],
  'other.other': [other(noticeTitle, '其他处理', [`{you}的申请，本机关处理如下：{matter}`], '怎样处理、依据和理由')],
}
