/**
 * The published yearly report of 孝昌县 for 2020 on the 2019 form: its figures and section titles. Cells that are not
 * named here are blank in the published report; together they are 201.
 */
export const xiaochang2020 = {
  form: '2019',
  year: 2020,
  unit: { code: '420921000000', name: '孝昌县人民政府' },
  cells: {
    'disclosure.rule.made': 'n/a',
    'disclosure.rule.published': 'n/a',
    'disclosure.rule.totalPublic': 'n/a',
    'disclosure.normativeDocument.made': 3,
    'disclosure.normativeDocument.published': 3,
    'disclosure.normativeDocument.totalPublic': 3,
    'disclosure.otherDocument.made': 76,
    'disclosure.otherDocument.published': 76,
    'disclosure.otherDocument.totalPublic': 76,
    'disclosure.licence.itemsLastYear': 653,
    'disclosure.licence.itemsChange': 76,
    'disclosure.licence.decisions': 67382,
    'disclosure.otherService.itemsLastYear': 3328,
    'disclosure.otherService.itemsChange': 808,
    'disclosure.otherService.decisions': 122487,
    'disclosure.penalty.itemsLastYear': 2267,
    'disclosure.penalty.itemsChange': 614,
    'disclosure.penalty.decisions': 2672,
    'disclosure.compulsion.itemsLastYear': 143,
    'disclosure.compulsion.itemsChange': 3,
    'disclosure.compulsion.decisions': 62,
    'disclosure.fee.itemsLastYear': 26,
    'disclosure.fee.itemsChange': 0,
    'disclosure.procurement.projects': 14,
    'disclosure.procurement.amount': '1592',
    'requests.received.person': 28,
    'requests.received.total': 28,
    'requests.carriedIn.person': 0,
    'requests.carriedIn.total': 0,
    'requests.granted.person': 16,
    'requests.granted.total': 16,
    'requests.refused.internalAffairs.person': 1,
    'requests.refused.internalAffairs.total': 1,
    'requests.unavailable.notHeld.person': 6,
    'requests.unavailable.notHeld.total': 6,
    'requests.notProcessed.petition.person': 1,
    'requests.notProcessed.petition.total': 1,
    'requests.notProcessed.repeat.person': 4,
    'requests.notProcessed.repeat.total': 4,
    'requests.total.person': 28,
    'requests.total.total': 28,
    'requests.carriedOut.person': 0,
    'requests.carriedOut.total': 0,
    'disputes.review.pending': 1,
    'disputes.review.total': 1,
    'disputes.direct.upheld': 2,
    'disputes.direct.total': 2,
  },
  supplement: {
    'publications.website': 8137,
    'publications.newMedia': 3219,
    'publications.broadcast': 217,
    'publications.total': 11573,
    'received.online': 27,
    'received.letter': 1,
    specialTopics: 2600,
    standardFields: 26,
  },
  titles: {
    disclosure: '行政机关主动公开政府信息情况',
    requests: '行政机关收到和处理政府信息公开申请情况',
    disputes: '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
    problems: '政府信息公开工作存在的问题及改进情况',
  },
} as const satisfies {
  form: string
  year: number
  unit: { code: string; name: string }
  cells: Record<string, number | string>
  supplement: Record<string, number>
  titles: Record<string, string>
}
