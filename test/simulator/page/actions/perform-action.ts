import type { LineAction } from '../flex/flex-types.ts';
import { simClient } from '../live/sim-client.ts';
import { text } from '../text.ts';
import { openUri } from './open-uri.ts';

/** What an action may need from the page around it. */
export interface ActionHands {
  readonly chatId: string;
  readonly personaId: string;
  readonly liffUrl: string | undefined;
  readonly toast: (words: string) => void;
  readonly prefill: (words: string) => void;
  readonly openAccountChat: (prefill: string | undefined) => void;
  readonly askDateTime: (action: LineAction) => void;
  readonly askLocation: () => void;
  readonly askFile: () => void;
  /** The quick replies of the last message go away. */
  readonly useUpQuickReplies: () => void;
}

/** Does what a tap on a button, card, quick reply or rich menu does in LINE. Unknown actions do nothing. */
export async function performAction(action: LineAction, hands: ActionHands): Promise<void> {
  const { chatId, personaId: from } = hands;
  switch (action.type) {
    case 'message':
      hands.useUpQuickReplies();
      await simClient.sendText(chatId, from, action.text ?? action.label ?? '');
      return;
    case 'postback': {
      hands.useUpQuickReplies();
      if (action.inputOption === 'openKeyboard') hands.prefill(action.fillInText ?? '');
      const displayText = action.displayText ?? action.text;
      await simClient.postback(chatId, {
        from,
        data: action.data ?? '',
        ...(displayText === undefined ? {} : { displayText }),
      });
      return;
    }
    case 'richmenuswitch':
      return void (await simClient.switchMenu(chatId, {
        from,
        alias: action.richMenuAliasId ?? '',
        data: action.data ?? '',
      }));
    case 'uri':
      return openUri(action.uri ?? '', hands);
    case 'clipboard':
      hands.useUpQuickReplies();
      await navigator.clipboard.writeText(action.clipboardText ?? '').then(
        () => hands.toast(text.copied),
        () => hands.toast(text.copyFailed),
      );
      return;
    case 'datetimepicker':
      return hands.askDateTime(action);
    case 'location':
      return hands.askLocation();
    case 'camera':
    case 'cameraRoll':
      return hands.askFile();
  }
}
