import { z } from 'zod'

// The page's content security policy forbids eval; zod would otherwise compile its parsers with it.
z.config({ jitless: true })

/** The one door to zod: import it from here, so that it is configured before the first schema is used. */
export { z }
