import { enableCompileCache, registerHooks } from 'node:module'

// node --import <this file> <main script>: the module "electron" is the host's own, for import and for require.
// It is not imported here: it starts the host, which has to come after the main script's synchronous part.
const electron = new URL('./main/electron.ts', import.meta.url).href

// The host's files are TypeScript: without it each start would strip their types anew.
enableCompileCache()

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron' && specifier !== 'electron/main') return next(specifier, context)
    return { url: electron, format: 'module-typescript', shortCircuit: true }
  },
})
