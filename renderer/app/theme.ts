import { createTheme } from '@mantine/core'

/** Else Chromium may keep what is typed, a name or a recovery code too, with its tabs, in clear on disk. */
const keptNowhereElse = { defaultProps: { autoComplete: 'off' } }

/** Calm office software: system Chinese fonts, one blue, nothing that moves. */
export const theme = createTheme({
  fontFamily: '"Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Micro Hei", sans-serif',
  headings: { fontFamily: 'inherit', fontWeight: '600' },
  primaryColor: 'indigo',
  primaryShade: 7,
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
    TextInput: keptNowhereElse,
    Textarea: keptNowhereElse,
    NumberInput: keptNowhereElse,
    Select: { defaultProps: { comboboxProps: { transitionProps: { duration: 0 } } } },
  },
})
