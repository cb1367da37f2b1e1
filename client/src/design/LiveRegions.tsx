import { VisuallyHidden } from '@mantine/core';
import { useAnnounced } from './announce.ts';

/** The two places from which screen readers hear what changes. */
export function LiveRegions() {
  const { polite, urgent } = useAnnounced();
  return (
    <VisuallyHidden>
      <div role="status" aria-live="polite">
        {polite}
      </div>
      <div role="alert" aria-live="assertive">
        {urgent}
      </div>
    </VisuallyHidden>
  );
}
