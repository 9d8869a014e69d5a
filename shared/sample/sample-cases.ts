/** What is not spread by weight because it comes in whole cases: requests, disputes, purchases. By name of the unit. */

type Cases = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The county's 28 requests, all by natural persons, each with its one outcome. */
export const requestsByOutcome: Cases = {
  花园镇: { granted: 2, 'unavailable.notHeld': 1, 'notProcessed.repeat': 1 },
  周巷镇: { granted: 1, 'unavailable.notHeld': 1 },
  小河镇: { granted: 1 },
  县公安局: { granted: 1, 'refused.internalAffairs': 1 },
  县民政局: { granted: 1 },
  县人力资源和社会保障局: { granted: 2, 'notProcessed.petition': 1 },
  县自然资源和规划局: { granted: 4, 'unavailable.notHeld': 2, 'notProcessed.repeat': 2 },
  县住房和城乡建设局: { granted: 3, 'unavailable.notHeld': 1, 'notProcessed.repeat': 1 },
  县农业农村局: { granted: 1, 'unavailable.notHeld': 1 },
}

/** Of these requests, those that came by letter; the others came over the network. */
export const requestsByLetter: Readonly<Record<string, number>> = { 小河镇: 1 }

/** Columns of the table of disputes. */
export const disputes: Cases = {
  县自然资源和规划局: { 'direct.upheld': 2 },
  县住房和城乡建设局: { 'review.pending': 1 },
}

/** Number of purchases and what was paid, in 万元. */
export const purchases: Readonly<Record<string, { readonly projects: number; readonly amount: string }>> = {
  花园镇: { projects: 1, amount: '75' },
  县教育局: { projects: 4, amount: '386.45' },
  县公安局: { projects: 2, amount: '298.3' },
  县财政局: { projects: 3, amount: '412.6' },
  县交通运输局: { projects: 1, amount: '118.5' },
  县卫生健康局: { projects: 3, amount: '301.15' },
}
