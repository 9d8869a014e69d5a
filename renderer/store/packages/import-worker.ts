import { expose } from 'comlink'
import { fetchedBytes } from './file-bytes.ts'
import { packagesWith } from './package-codec.ts'

expose(packagesWith(fetchedBytes))
