import { Menu } from '@mantine/core';
import { drawBoard } from '@multaqa/shared/facilitate/board/draw/draw-board';
import type { Scene } from '@multaqa/shared/facilitate/board/scene/scene';
import { saidBy } from '@multaqa/shared/facilitate/board/templates/sentences';
import { type RoomId, sessionOf } from '@multaqa/shared/kernel/ids';
import IconCopy from '@tabler/icons-react/dist/esm/icons/IconCopy.mjs';
import IconDownload from '@tabler/icons-react/dist/esm/icons/IconDownload.mjs';
import { useState } from 'react';
import { announce } from '../../../design/announce.ts';
import { copyText } from '../../../design/copy-text.ts';
import { Icon } from '../../../design/Icon.tsx';
import { tell } from '../../../design/toasts.tsx';
import { useDialogue } from '../../../dialogue/DialogueProvider.tsx';
import { useRoomName } from '../../../dialogue/rooms.ts';
import { useView } from '../../../dialogue/use-dialogue.ts';
import { getFile } from '../../../platform/http.ts';
import { useLanguage } from '../../../platform/languages.ts';
import { saveFile } from '../../../platform/save-file.ts';
import { carriedFrom, wordsOf } from './carried.ts';
import { copyPicture, imagesAsData } from './copy-picture.ts';
import { imagePath } from './image-file.ts';
import type { TransferTarget } from './target.ts';
import { useText } from './texts.ts';

const formats = ['png', 'svg', 'pdf', 'csv'] as const;
type Format = (typeof formats)[number];

type Props = {
  target: Pick<TransferTarget, 'board' | 'chosen'>;
  room: RoomId;
  /** On what a host works, so that a file has the layer of hosts or not; null for everybody else, who has no such choice. */
  layer: 'board' | 'hosts' | null;
};

/** The entries of a menu by which a board is taken home: as a file, and what is chosen (or everything) as text or as a picture. */
export function ExportItems({ target, room, layer }: Props) {
  const text = useText();
  const [isWithLayer, setWithLayer] = useState(layer === 'hosts');
  const save = useSaving(room, isWithLayer && layer !== null ? 'hostboard' : 'board');
  const { words, picture } = useCopying(target, room);
  return (
    <>
      <Menu.Label>{text('board.transfer.save')}</Menu.Label>
      {layer !== null && (
        <Menu.CheckboxItem checked={isWithLayer} onChange={setWithLayer}>
          {text('board.transfer.save.layer')}
        </Menu.CheckboxItem>
      )}
      {formats.map(format => (
        <Menu.Item key={format} leftSection={<Icon of={IconDownload} />} onClick={() => void save(format)}>
          {text(`board.transfer.save.${format}`)}
        </Menu.Item>
      ))}
      <Menu.Divider />
      <Menu.Item leftSection={<Icon of={IconCopy} />} onClick={() => void words()}>
        {text('board.transfer.copy.words')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon of={IconCopy} />} onClick={() => void picture()}>
        {text('board.transfer.copy.picture')}
      </Menu.Item>
    </>
  );
}

/** Makes a file of the board on the server, and hands it to the browser. */
function useSaving(room: RoomId, kind: 'board' | 'hostboard'): (format: Format) => Promise<void> {
  const text = useText();
  const { id } = useDialogue();
  const { language } = useLanguage();
  const roomName = useRoomName();
  const session = useView(({ sessions }) => sessions[sessionOf(room)]?.plan.title ?? '');
  return async format => {
    announce(text('board.transfer.saving'));
    try {
      const file = await getFile(`/dialogues/${id}/${kind}/${room}/file/${format}?language=${language}`);
      const name = text(`board.transfer.name.${kind}`, { room: roomName(room), session });
      saveFile(`${name}.${format}`, file.type, new Uint8Array(await file.arrayBuffer()));
    } catch {
      tell(text('board.transfer.save.failed'), 'danger');
    }
  };
}

function useCopying({ board, chosen }: Props['target'], room: RoomId) {
  const text = useText();
  const { id } = useDialogue();
  const { language, direction } = useLanguage();
  const wanted = () => {
    const ids = chosen();
    return carriedFrom(board.scene(), ids.length > 0 ? ids : board.scene().keys(), room);
  };
  const say = (isCopied: boolean, what: 'words' | 'picture') =>
    isCopied ? tell(text(`board.transfer.copied.${what}`)) : tell(text('board.transfer.copy.failed'), 'danger');
  return {
    async words() {
      const carried = wanted();
      say(carried !== null && (await copyText(wordsOf(carried, language, direction))), 'words');
    },
    async picture() {
      const carried = wanted();
      const scene: Scene = new Map(carried?.things.map(([id, data]) => [id, { ...data, id, client: 0, by: null }]));
      const files = [...scene.values()].flatMap(thing => (thing.kind === 'image' ? [thing.file] : []));
      const draw = async () => {
        const images = await imagesAsData(files, file => getFile(imagePath(id, room, file)));
        return drawBoard(scene, {
          ...{ title: text('board.transfer.copy.picture'), language, direction, dots: {} },
          said: key => saidBy(key, language),
          nameOf: () => null,
          imageOf: file => images.get(file) ?? null,
        });
      };
      say(carried !== null && (await copyPicture(draw())), 'picture');
    },
  };
}
