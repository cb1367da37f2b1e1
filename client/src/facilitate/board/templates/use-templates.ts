import type { Bounds } from '@multaqa/shared/facilitate/board/scene/geometry';
import type { Template } from '@multaqa/shared/facilitate/board/templates/templates';
import { useCallback } from 'react';
import { announce } from '../../../design/announce.ts';
import { useLanguage } from '../../../platform/languages.ts';
import type { TransferTarget } from '../transfer/target.ts';
import { insertTemplate } from './insert-template.ts';
import { useText } from './texts.ts';

/** Puts a template on the board, says so, and brings it into sight by `show`. */
export function useTemplates(target: TransferTarget, show: (bounds: Bounds) => void) {
  const text = useText();
  const { direction } = useLanguage();
  return useCallback(
    (template: Template, name: string) => {
      const bounds = insertTemplate(target, template, direction);
      if (!bounds) return;
      show(bounds);
      announce(text('board.template.added', { name }));
    },
    [target, show, direction, text],
  );
}
