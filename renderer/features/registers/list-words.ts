/** After something went into the bin. */
export const binnedMessage = '已放进回收站，不再计入年报。按“撤销”马上取回，或者到回收站里取回。'
