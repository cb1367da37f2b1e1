import type { Template } from '@multaqa/shared/facilitate/board/templates/templates';
import { Dialog } from '../../../design/Dialog.tsx';
import { TemplateCards } from './TemplateCards.tsx';
import { useText } from './texts.ts';

type Props = { isOpen: boolean; onChoose(template: Template, name: string): void; onClose(): void };

/** Templates for a board on which something is already: they come to a free place. */
export function TemplateDialog({ isOpen, onChoose, onClose }: Props) {
  const text = useText();
  return (
    <Dialog title={text('board.template.title')} isOpen={isOpen} onClose={onClose} size={720}>
      <TemplateCards
        onChoose={(template, name) => {
          onClose();
          onChoose(template, name);
        }}
      />
    </Dialog>
  );
}
