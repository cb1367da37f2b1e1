import type { RoomId } from '@multaqa/shared/kernel/ids';
import { useEffect, useRef } from 'react';
import { TemplateDialog } from '../templates/TemplateDialog.tsx';
import { useTemplates } from '../templates/use-templates.ts';
import { ask, useAsked } from './asked.ts';
import styles from './BoardTransfer.module.css';
import { DescribeImage } from './DescribeImage.tsx';
import type { TransferDesk } from './target.ts';
import { useClipboard } from './use-clipboard.ts';
import { useTransfer } from './use-transfer.tsx';

/** What comes onto a board and is taken from it: the clipboard, dropping, and what was asked for in a menu. It is drawn over the board. */
export function BoardTransfer({ desk, room }: { desk: TransferDesk; room: RoomId }) {
  const transfer = useTransfer(desk, room);
  useClipboard(desk, transfer);
  const what = useAsked(({ what: asked }) => asked);
  const files = useRef<HTMLInputElement>(null);
  const put = useTemplates(desk, desk.camera.show);
  const { openList, undescribed, described } = transfer;
  useEffect(() => {
    if (what === 'list') openList();
    if (what === 'images') files.current?.click();
    if (what === 'list' || what === 'images') ask(null);
  }, [what, openList]);
  return (
    <>
      <div className={styles.over}>
        {transfer.parts}
        <TemplateDialog isOpen={what === 'templates'} onChoose={put} onClose={() => ask(null)} />
        <input
          ref={files}
          type="file"
          hidden
          multiple
          accept="image/*"
          onChange={event => {
            transfer.addImages([...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {undescribed && <DescribeImage key={undescribed} desk={desk} image={undescribed} onDone={described} />}
    </>
  );
}
