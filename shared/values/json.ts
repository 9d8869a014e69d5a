import type { z } from './parse.ts'

/** What a field group may hold. */
export type Json = z.infer<ReturnType<typeof z.json>>
