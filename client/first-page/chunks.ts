/** What the bundler tells of a module. */
type ModuleInfo = { importedIds: readonly string[]; isEntry: boolean } | null;
type Context = { getModuleInfo(id: string): ModuleInfo };

/** What somebody needs on the way from the invitation into the room; it comes as one file while they still read. */
const wayIntoRoom = [
  'app/ahead.ts',
  'app/dialogue/DialoguePages.tsx',
  'app/room/RoomPage.tsx',
  'app/room/Plenary.tsx',
  'app/room/TakePart.tsx',
  'app/room/GreenRoom.tsx',
  'app/room/table/TableLayout.tsx',
  'facilitate/chat/ChatPanel.tsx',
  'facilitate/media/devices/DeviceStep.tsx',
];

/** The folders of texts of pages that only hosts open: they come with the page, not with what takes people into a room. */
const lateTexts: readonly string[] = ['cluster/plan'];

/** The folders of texts that the first page needs; a test of `scripts/first-load.mjs` finds one that is missing here. */
export const firstTexts: readonly string[] = ['common', 'design', 'app', 'people/join'];

/**
 * Which file of the build a module belongs to: each request costs a slow line a third of a second, so that what is needed
 * together comes together. `null` leaves it to the bundler: what only few open, and what is large and late.
 */
export function chunkOf(source: string): (id: string, context: Context) => string | null {
  const first = new Set<string>();
  const room = new Set<string>();
  const reach = (id: string, into: Set<string>, context: Context, except?: Set<string>): void => {
    if (into.has(id) || except?.has(id)) return;
    into.add(id);
    for (const next of context.getModuleInfo(id)?.importedIds ?? []) reach(next, into, context, except);
  };
  return (id, context) => {
    const [, folder, language] = /\/src\/(.*)\/texts\/(en|ar|fr|de)\.json$/.exec(id) ?? [];
    if (folder && language) return chunkOfTexts(folder, language);
    if (first.size === 0) {
      reach(`${source}/main.tsx`, first, context);
      for (const part of wayIntoRoom) reach(`${source}/${part}`, room, context, first);
    }
    if (first.has(id)) return 'first';
    return room.has(id) ? 'room' : null;
  };
}

function chunkOfTexts(folder: string, language: string): string | null {
  if (lateTexts.includes(folder)) return null;
  return `texts-${language}${firstTexts.includes(folder) ? '' : '-room'}`;
}
