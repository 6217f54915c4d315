import { useCallback, useRef, useState } from 'preact/hooks';
import { type ActionHands, performAction } from '../actions/perform-action.ts';
import type { LineAction } from '../flex/flex-types.ts';
import { type SimLocation, simClient } from '../live/sim-client.ts';
import { text } from '../text.ts';

export type OpenDialog =
  | { readonly kind: 'location' }
  | { readonly kind: 'manage' }
  | { readonly kind: 'dateTime'; readonly action: LineAction };

interface PhoneInput {
  readonly chatId: string;
  readonly personaId: string;
  readonly prefill: string;
  readonly lastSeq: number;
  readonly liffUrl: string | undefined;
  readonly toast: (words: string) => void;
  readonly openAccountChat: (prefill: string | undefined) => void;
}

/** What a person does in one chat: the draft, the open dialog, and everything that goes to the simulator. */
export function usePhone(input: PhoneInput) {
  const { chatId, personaId, toast } = input;
  const [draft, setDraft] = useState(input.prefill);
  const [dialog, setDialog] = useState<OpenDialog>();
  const [usedSeq, setUsedSeq] = useState<number>();
  const fileInput = useRef<HTMLInputElement>(null);
  const textInput = useRef<HTMLTextAreaElement>(null);

  const run = (work: Promise<unknown>): void => {
    work.catch(() => toast(text.failed));
  };
  const hands: ActionHands = {
    ...input,
    prefill: (words) => {
      setDraft(words);
      textInput.current?.focus();
    },
    askDateTime: (action) => setDialog({ kind: 'dateTime', action }),
    askLocation: () => setDialog({ kind: 'location' }),
    askFile: () => fileInput.current?.click(),
    useUpQuickReplies: () => setUsedSeq(input.lastSeq),
  };
  const latest = useRef({ hands, run });
  latest.current = { hands, run };
  // One function for the life of the chat: cards are not drawn again at every keystroke.
  const act = useCallback(
    (action: LineAction) => latest.current.run(performAction(action, latest.current.hands)),
    [],
  );
  return {
    draft,
    setDraft,
    dialog,
    setDialog,
    usedSeq,
    fileInput,
    textInput,
    run,
    act,
    sendDraft: () => {
      const words = draft.trim();
      setDraft('');
      run(
        simClient.sendText(chatId, personaId, words).catch((problem: unknown) => {
          // Nothing a person typed may get lost.
          setDraft(words);
          throw problem;
        }),
      );
    },
    sendFile: (file: File) => run(simClient.sendFile(chatId, personaId, file)),
    sendLocation: (location: SimLocation) => run(simClient.sendLocation(chatId, personaId, location)),
    pick: (data: string, params: Readonly<Record<string, string>>) =>
      run(simClient.postback(chatId, { from: personaId, data, params })),
    unsend: (messageId: string) => run(simClient.unsend(chatId, personaId, messageId)),
  };
}
