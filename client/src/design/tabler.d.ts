// The package describes its whole only; importing icons one by one keeps thousands of others out of tests and development.
declare module '@tabler/icons-react/dist/esm/icons/*' {
  import type { Icon } from '@tabler/icons-react';

  const icon: Icon;
  export default icon;
}
