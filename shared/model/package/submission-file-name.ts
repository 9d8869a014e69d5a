import { fileName } from '../../values/file-name.ts'

/** `花园镇2020年度报送（第1次）.ogi`. */
export function submissionFileName(unit: string, year: number, revision: number): string {
  return fileName(`${unit}${year}年度报送（第${revision}次）`, 'ogi')
}
