import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { SimUser } from '../protocol.ts';
import { BehindPanel } from './behind/behind-panel.tsx';
import { ChatList } from './chat/chat-list.tsx';
import { chatsOf } from './chat/chats-of.ts';
import { NewGroupDialog } from './chat/new-group-dialog.tsx';
import { PersonaSwitcher } from './chat/persona-switcher.tsx';
import { Phone } from './chat/phone.tsx';
import { shownPersonas } from './chat/shown-personas.ts';
import { useReadMarks } from './chat/use-read-marks.ts';
import { simClient } from './live/sim-client.ts';
import { useSimulator } from './live/use-simulator.ts';
import { text } from './text.ts';
import { useDeepLink } from './use-deep-link.ts';
import { useToast } from './use-toast.ts';

/** On a narrow screen one of these is visible at a time. */
const VIEWS = ['chats', 'phone', 'behind'] as const;

function friendshipNote(user: SimUser): string | undefined {
  if (user.blocks) return text.blocked;
  return user.follows ? undefined : text.notFriend;
}

/** The whole page: people and chats, the phone, and what happens behind it. */
export function App(): JSX.Element {
  const sim = useSimulator();
  const [link, go] = useDeepLink();
  const [view, setView] = useState<(typeof VIEWS)[number]>(link.chat === undefined ? 'chats' : 'phone');
  const [prefill, setPrefill] = useState('');
  const [isCreating, setCreating] = useState(false);
  const [toastWords, toast] = useToast();
  const marks = useReadMarks();
  const users = sim.state?.users ?? [];
  const user =
    users.find((candidate) => candidate.id === link.as) ?? shownPersonas(users, sim.demo, undefined)[0];
  const accountName = sim.demo?.accountName ?? text.account;
  const chats =
    user === undefined || sim.state === undefined
      ? []
      : chatsOf({
          user,
          state: sim.state,
          messages: sim.messages,
          marks,
          accountName,
        });
  const chatId = chats.find((chat) => chat.id === link.chat)?.id ?? user?.id;
  const lastSeq = sim.messages.findLast((message) => message.chatId === chatId)?.seq ?? 0;
  const isPhoneOpen = view === 'phone' || matchMedia('(min-width: 760px)').matches;
  const [, redraw] = useState(0);
  useEffect(() => {
    if (user === undefined || chatId === undefined || !isPhoneOpen) return;
    if (marks.seenSeq(user.id, chatId) === lastSeq) return;
    marks.see(user.id, chatId, lastSeq);
    redraw((count) => count + 1);
  }, [user?.id, chatId, lastSeq, isPhoneOpen]);

  const openChat = (id: string, words = ''): void => {
    setPrefill(words);
    setView('phone');
    go({ as: user?.id, chat: id });
  };
  const persona = sim.demo?.personas?.find((candidate) => candidate.userId === user?.id);
  const labelOf = (one: SimUser): string =>
    sim.demo?.personas?.find((candidate) => candidate.userId === one.id)?.label ?? one.label;

  const phone =
    user === undefined || chatId === undefined ? (
      <p class="phone phone-empty">{sim.state === undefined ? text.loading : text.nobody}</p>
    ) : (
      <Phone
        key={`${user.id} ${chatId} ${prefill}`}
        sim={sim}
        user={user}
        chatId={chatId}
        accountName={accountName}
        hint={persona?.hint}
        prefill={prefill}
        toast={toast}
        onBack={() => setView('chats')}
        openAccountChat={(words) => openChat(user.id, words)}
      />
    );
  const toastBox = (
    <div class="toast" role="status">
      {toastWords}
    </div>
  );
  if (link.bare) {
    return (
      <div class="page bare">
        <main>{phone}</main>
        {toastBox}
      </div>
    );
  }
  return (
    <div class="page" data-view={view}>
      <nav class="view-tabs" aria-label={text.views}>
        {VIEWS.map((name) => (
          <button key={name} type="button" aria-pressed={view === name} onClick={() => setView(name)}>
            {text.tabs[name]}
          </button>
        ))}
      </nav>
      <div class="sidebar">
        <header class="office">
          <strong>{sim.demo?.officeName ?? text.pageTitle}</strong>
          <span class="faint" role="status">
            {sim.isConnected ? '' : sim.state === undefined ? text.loading : text.disconnected}
          </span>
        </header>
        <PersonaSwitcher
          users={shownPersonas(users, sim.demo, user?.id)}
          selectedId={user?.id}
          labelOf={labelOf}
          onSelect={(id) => {
            setPrefill('');
            go({ as: id, chat: undefined });
          }}
        />
        {user === undefined ? null : (
          <ChatList
            chats={chats}
            selectedId={chatId}
            friendship={friendshipNote(user)}
            onSelect={(id) => openChat(id)}
            onCreateGroup={() => setCreating(true)}
          />
        )}
      </div>
      <main>{phone}</main>
      <BehindPanel sim={sim} toast={toast} />
      {isCreating && user !== undefined ? (
        <NewGroupDialog
          users={users}
          creatorId={user.id}
          onClose={() => setCreating(false)}
          onCreate={(name, memberIds) => {
            simClient.createGroup(name, memberIds).then(
              (group) => openChat(group.id),
              () => toast(text.failed),
            );
          }}
        />
      ) : null}
      {toastBox}
    </div>
  );
}
