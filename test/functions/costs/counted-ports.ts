import type { Files } from '../../../bot/files/files.ts';
import type { Line } from '../../../bot/line/line.ts';
import type { Tally } from './billed-store.ts';

/** LINE, with every call and what is sent in it counted. */
export function countedLine(line: Line, tally: Tally): Line {
  const sized = (of: object): void => {
    tally.bytesToLine += Buffer.byteLength(JSON.stringify(of));
  };
  const trip = <Args extends unknown[], R>(call: (...args: Args) => R) =>
    ((...args: Args) => {
      tally.lineTrips += 1;
      return call(...args);
    }) as (...args: Args) => R;
  return {
    reply: trip((replyToken, messages) => {
      sized({ replyToken, messages });
      return line.reply(replyToken, messages);
    }),
    push: trip((to, messages, key) => {
      sized({ to, messages, key });
      return line.push(to, messages, key);
    }),
    content: trip(line.content),
    quota: trip(line.quota),
    memberCount: trip(line.memberCount),
    groupName: trip(line.groupName),
    accountId: trip(line.accountId),
    displayName: trip(line.displayName),
    showLoading: trip(line.showLoading),
    menuBehind: trip(line.menuBehind),
    linkMenu: trip(line.linkMenu),
    unlinkMenu: trip(line.unlinkMenu),
  };
}

/** Files, with what Cloud Storage bills of them counted. */
export function countedFiles(files: Files, tally: Tally): Files {
  return {
    put: (name, bytes) => {
      tally.fileWrites += 1;
      return files.put(name, bytes);
    },
    get: (name) => {
      tally.fileReads += 1;
      return files.get(name);
    },
    // Google does not bill removals.
    remove: files.remove,
  };
}
