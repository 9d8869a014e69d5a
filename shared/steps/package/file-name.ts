// Characters: a Chinese one takes three of the 255 bytes that Linux allows.
const MAX_LENGTH = 80

/** `花园镇2020年度报送（第1次）.ogi`. */
export function submissionFileName(unit: string, year: number, revision: number): string {
  return fileName(`${unit}${year}年度报送（第${revision}次）`, 'ogi')
}

/** `花园镇2020年政府信息公开工作年度报告.pdf`, from the report's title. */
export function reportFileName(title: string, extension: string): string {
  return fileName(title, extension)
}

/**
 * A name that Windows, Linux and a USB stick take: without `\ / : * ? " < > |`, control and invisible characters,
 * and without a dot or space at either end of the stem. The parts we add ourselves keep it from being a device
 * name (CON, NUL).
 */
function fileName(stem: string, extension: string): string {
  const clean = stem.replace(/[\\/:*?"<>|\p{Cc}\p{Cf}\p{Cs}]/gu, '').replace(/^[.\s]+|[.\s]+$/g, '')
  const characters = [...(clean === '' ? '报告' : clean)]
  // The end tells the files apart (year, 第几次), so a long name loses from its front.
  return `${characters.slice(-MAX_LENGTH).join('')}.${extension}`
}
