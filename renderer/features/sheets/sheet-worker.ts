import { expose } from 'comlink'
import { fetchedBytes } from '../../store/packages/file-bytes.ts'
import { sheetsWith } from './sheet-work.ts'

expose(sheetsWith(fetchedBytes))
