import { simClient } from '../live/sim-client.ts';
import { text } from '../text.ts';
import { liffAddress, liffPath } from './liff-link.ts';
import { officialAccountLink } from './official-account-link.ts';

/** The schemes LINE allows in a message; anything else (script above all) is not opened. */
const OPENABLE = /^(https?|tel):/;

interface UriContext {
  readonly personaId: string;
  readonly liffUrl: string | undefined;
  readonly openAccountChat: (prefill: string | undefined) => void;
  readonly toast: (words: string) => void;
}

/** Opens an address the way LINE would: account links inside the chat, LIFF as this person, the rest in a new tab. */
export async function openUri(uri: string, context: UriContext): Promise<void> {
  const accountLink = officialAccountLink(uri);
  if (accountLink !== undefined) return context.openAccountChat(accountLink.prefill);
  const path = liffPath(uri);
  if (path === undefined) {
    if (OPENABLE.test(uri)) window.open(uri, '_blank', 'noopener');
    return;
  }
  if (context.liffUrl === undefined) return context.toast(text.noLiff);
  // The tab opens at once: browsers block one that opens only after an answer from the network.
  const tab = window.open('', '_blank');
  if (tab !== null) tab.opener = null;
  try {
    const tokens = await simClient.login(context.personaId);
    const renewUrl = `${location.origin}/sim/authorize?user=${context.personaId}`;
    tab?.location.replace(liffAddress(context.liffUrl, path, { ...tokens, renewUrl }));
  } catch (problem) {
    tab?.close();
    throw problem;
  }
}
