import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const teal: MantineColorsTuple = ['#e6f4f3', '#cfe7e5', '#a1cfcb', '#6fb5af', '#479f98', '#2d9189', '#1b877f', '#0c746d', '#00665f', '#00544e']

const still = { transitionProps: { duration: 0 } }

/** The head of a dialog is no banner of the page. */
const plainHead = { attributes: { header: { role: 'presentation' } } }

/** 14 px text, deep teal, an 8 px grid, lines instead of shadows, nothing moves. */
export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 8, dark: 7 },
  colors: { teal },
  fontFamily: "'Be Vietnam Pro', system-ui, sans-serif",
  fontSizes: { xs: '0.8125rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.45', lg: '1.45', xl: '1.4' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.25rem', lineHeight: '1.3' }, h2: { fontSize: '1rem', lineHeight: '1.4' }, h3: { fontSize: '0.875rem', lineHeight: '1.45' } },
  },
  shadows: { xs: 'none', sm: 'none', md: 'none', lg: 'none', xl: 'none' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  components: {
    Modal: { defaultProps: { ...still, ...plainHead, centered: true, overlayProps: { backgroundOpacity: 0.32 }, styles: { title: { fontWeight: 600 } } } },
    Drawer: { defaultProps: { ...still, ...plainHead } },
    // Heard as what it stands for; a name needs a role.
    Loader: { defaultProps: { role: 'status' } },
    Menu: { defaultProps: still },
    Popover: { defaultProps: still },
    Select: { defaultProps: { comboboxProps: still } },
    Tooltip: { defaultProps: still },
    SegmentedControl: { defaultProps: { transitionDuration: 0 } },
    Table: { defaultProps: { verticalSpacing: 5, horizontalSpacing: 'sm', fz: 13 } },
  },
})

/** Where Mantine's own greys, reds and ambers miss the contrast of AA. */
export const contrastVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-yellow-outline': '#8a4b00', '--mantine-color-error': '#b42318', '--mantine-color-dimmed': '#5a6169', '--mantine-color-placeholder': '#666d75' },
  dark: { '--mantine-color-yellow-outline': '#f0b45a', '--mantine-color-anchor': '#6fc7bf', '--mantine-color-error': '#ff9b8f', '--mantine-color-dimmed': '#a3abb3', '--mantine-color-placeholder': '#a3abb3' },
})
