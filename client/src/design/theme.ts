import { createTheme, type VariantColorsResolver } from '@mantine/core';
import { asWritten } from './directions.ts';

type Colours = ReturnType<VariantColorsResolver>;

const filled: Record<'accent' | 'danger', Colours> = {
  accent: {
    background: 'var(--accent)',
    hover: 'var(--accent-hover)',
    color: 'var(--on-accent)',
    border: '1px solid transparent',
  },
  danger: {
    background: 'var(--danger)',
    hover: 'var(--danger-hover)',
    color: 'var(--on-danger)',
    border: '1px solid transparent',
  },
};

/** Every button's colours come from our tokens, so that both themes and the contrast test cover them. */
const variantColorResolver: VariantColorsResolver = ({ variant, color }) => {
  const tone = color === 'danger' ? 'danger' : 'accent';
  switch (variant) {
    case 'default':
      return {
        background: 'var(--surface)',
        hover: 'var(--sunken)',
        color: tone === 'danger' ? 'var(--danger)' : 'var(--ink)',
        border: '1px solid var(--line)',
      };
    case 'subtle':
      return {
        background: 'transparent',
        hover: 'var(--sunken)',
        color: tone === 'danger' ? 'var(--danger)' : color === 'ink' ? 'var(--ink)' : 'var(--accent)',
        border: '1px solid transparent',
      };
    case 'light':
      return {
        background: `var(--${tone}-soft)`,
        hover: 'var(--accent-line)',
        color: `var(--${tone})`,
        border: '1px solid transparent',
      };
    default:
      return filled[tone];
  }
};

const target = '44px';

export const theme = createTheme({
  defaultRadius: 10,
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver,
  components: {
    Button: {
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: {
          '--button-height': size === 'lg' ? '54px' : target,
          '--button-fz': size === 'lg' ? 'var(--size-large)' : 'var(--size-body)',
          '--button-padding-x': '18px',
        },
      }),
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'ink' },
      vars: () => ({ root: { '--ai-size': target } }),
    },
    // The blank placeholder lets a style sheet know when a field is empty.
    TextInput: { defaultProps: { attributes: asWritten, placeholder: ' ' } },
    Textarea: { defaultProps: { attributes: asWritten, placeholder: ' ' } },
    CloseButton: { vars: () => ({ root: { '--cb-size': target } }) },
    Menu: {
      defaultProps: {
        shadow: 'md',
        position: 'bottom-end',
        withinPortal: true,
        // The first entry gets the focus; a placeholder among the entries is none that a menu may have.
        withInitialFocusPlaceholder: false,
      },
    },
    Modal: { defaultProps: { centered: true, size: 560, lockScroll: false } },
  },
});
