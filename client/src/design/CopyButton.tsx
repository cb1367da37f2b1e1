import { Button } from '@mantine/core';
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import { useEffect, useState } from 'react';
import { announce } from './announce.ts';
import { copyText } from './copy-text.ts';
import { Icon } from './Icon.tsx';
import { useText } from './texts.ts';

type Props = {
  value: string;
  children: string;
  variant?: 'default' | 'filled';
  /** The text is on the clipboard now. */
  onCopied?(): void;
};

/** Copies a text and says so for a moment. */
export function CopyButton({ value, children, variant = 'default', onCopied }: Props) {
  const text = useText();
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setCopied(false), 2_500);
    return () => clearTimeout(timer);
  }, [isCopied]);
  const copy = async () => {
    if (!(await copyText(value))) return;
    setCopied(true);
    onCopied?.();
    announce(text('design.copied'));
  };
  return (
    <Button
      variant={variant}
      leftSection={<Icon of={isCopied ? IconCheck : IconCopy} size={20} />}
      onClick={() => void copy()}
    >
      {isCopied ? text('design.copied') : children}
    </Button>
  );
}
