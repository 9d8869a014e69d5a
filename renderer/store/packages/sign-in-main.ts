import { base64 } from '@scure/base'
import type { Desktop } from '../../../shared/desktop.ts'
import type { Sign } from '../../../shared/steps/package/envelope/suite.ts'

/** Signs with the keys of a unit that is kept here; main has them. */
export function signInMain(desktop: Desktop, unit: string): Sign {
  return async (message) => {
    const signature = await desktop.sign(unit, new TextDecoder().decode(message))
    if (!signature.ok) throw new Error(`not signed: ${signature.problem.code}`)
    return base64.decode(signature.value)
  }
}
