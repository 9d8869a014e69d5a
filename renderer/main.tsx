import '@mantine/core/styles.css'
import './app/theme.css'
import './app/app.css'
import { MantineProvider } from '@mantine/core'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'
import { logUncaughtErrors } from './app/log-error.ts'
import { theme } from './app/theme.ts'

// Main writes a fresh nonce into each page it serves; styles that libraries inject carry it.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
setNonce(nonce)

logUncaughtErrors()

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no root')

createRoot(root).render(
  <MantineProvider theme={theme} getStyleNonce={() => nonce} forceColorScheme="light">
    <App />
  </MantineProvider>,
)
