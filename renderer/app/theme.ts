import { createTheme, DEFAULT_THEME } from '@mantine/core'

/** Else Chromium may keep what is typed, a name or a recovery code too, with its tabs, in clear on disk. */
const keptNowhereElse = { defaultProps: { autoComplete: 'off' } }

const [r0, r1, r2, r3, r4, r5, r6, , r8, r9] = DEFAULT_THEME.colors.red

/** Calm office software: system Chinese fonts, one blue, nothing that moves. */
export const theme = createTheme({
  fontFamily: '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '600' },
  primaryColor: 'indigo',
  primaryShade: 7,
  // The library's seventh red can't be read: white on it, or it on white, has a contrast of 3.7 (WCAG asks 4.5).
  colors: { red: [r0, r1, r2, r3, r4, r5, r6, r9, r8, r9] },
  defaultRadius: 'sm',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '18px' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Modal: {
      defaultProps: {
        centered: true,
        transitionProps: { duration: 0 },
        closeButtonProps: { 'aria-label': '关闭' },
        // The window has one banner; a dialog's heading is none.
        attributes: { header: { role: 'none' } },
      },
    },
    Menu: { defaultProps: { transitionProps: { duration: 0 } } },
    // Half faded in they can't be read: axe met one.
    Tooltip: { defaultProps: { transitionProps: { duration: 0 } } },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    TextInput: keptNowhereElse,
    Textarea: keptNowhereElse,
    NumberInput: keptNowhereElse,
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
  },
})
