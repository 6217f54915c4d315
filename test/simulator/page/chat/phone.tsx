import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { SimUser } from '../../protocol.ts';
import { ActionContext } from '../flex/action-context.ts';
import { simClient } from '../live/sim-client.ts';
import { clockTime } from '../live/sim-time.ts';
import { useSimNow } from '../live/use-sim-now.ts';
import type { Simulator } from '../live/use-simulator.ts';
import { QuickReplyBar } from '../messages/quick-reply-bar.tsx';
import { shownQuickReplies } from '../messages/shown-quick-replies.ts';
import { text } from '../text.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { PhoneDialogs } from './phone-dialogs.tsx';
import { PhoneHeader } from './phone-header.tsx';
import { RichMenu } from './rich-menu.tsx';
import { usePhone } from './use-phone.ts';
import { useRichMenu } from './use-rich-menu.ts';

interface PhoneProps {
  readonly sim: Simulator;
  readonly user: SimUser;
  readonly chatId: string;
  readonly accountName: string;
  readonly hint: string | undefined;
  readonly prefill: string;
  readonly toast: (words: string) => void;
  readonly onBack: () => void;
  readonly openAccountChat: (prefill: string | undefined) => void;
}

/** One chat on one person's phone. Give it a `key` of person and chat: drafts do not wander between them. */
export function Phone(props: PhoneProps): JSX.Element {
  const { sim, user, chatId, accountName, hint } = props;
  const group = sim.state?.groups.find((candidate) => candidate.id === chatId);
  const messages = useMemo(
    () => sim.messages.filter((message) => message.chatId === chatId),
    [sim.messages, chatId],
  );
  const phone = usePhone({
    chatId,
    personaId: user.id,
    prefill: props.prefill,
    lastSeq: messages.at(-1)?.seq ?? 0,
    liffUrl: sim.demo?.liffUrl,
    toast: props.toast,
    openAccountChat: props.openAccountChat,
  });
  const now = useSimNow(sim.state?.nowMs, sim.stateAtMs);
  // LINE shows rich menus in 1:1 chats only.
  const richMenu = useRichMenu(
    group === undefined ? (sim.state?.richMenus[user.id] ?? sim.state?.defaultRichMenu) : undefined,
  );
  const quickReplies = shownQuickReplies(messages, phone.usedSeq);
  const nameOf = (userId: string): string =>
    sim.state?.users.find((candidate) => candidate.id === userId)?.name ?? text.member;
  const addFriend = (): void => phone.run(simClient.follow(user.id));
  const isFriend = user.follows && !user.blocks;
  const friendship = isFriend
    ? { label: text.block, onClick: () => phone.run(simClient.block(user.id)) }
    : { label: user.blocks ? text.unblock : text.addFriend, onClick: addFriend };
  const manage = { label: text.group.manage, onClick: () => phone.setDialog({ kind: 'manage' }) };
  const emptyHint = hint === undefined ? text.emptyChatNoHint : text.emptyChat(hint);
  const mustAddFriend = group === undefined && !isFriend;
  const list = useMemo(
    () => (
      <MessageList
        messages={messages}
        personaId={user.id}
        accountName={accountName}
        hint={mustAddFriend ? text.addFriendFirst : emptyHint}
        onAddFriend={mustAddFriend ? addFriend : undefined}
        nameOf={nameOf}
        onUnsend={phone.unsend}
      />
    ),
    [messages, user, accountName, hint, mustAddFriend, sim.state?.users],
  );
  return (
    <ActionContext.Provider value={phone.act}>
      <section class="phone" aria-label={group?.name ?? accountName}>
        <div class="phone-status" aria-hidden="true">
          <span>{now === undefined ? '' : clockTime(now)}</span>
          <span class="phone-battery" />
        </div>
        <PhoneHeader
          title={group?.name ?? accountName}
          memberCount={group === undefined ? undefined : group.memberIds.length + (group.botIn ? 1 : 0)}
          onBack={props.onBack}
          menu={[group === undefined ? friendship : manage]}
        />
        {list}
        <QuickReplyBar items={quickReplies} />
        <Composer
          draft={phone.draft}
          fileInput={phone.fileInput}
          textInput={phone.textInput}
          onDraft={phone.setDraft}
          onSend={phone.sendDraft}
          onFile={phone.sendFile}
          onLocation={() => phone.setDialog({ kind: 'location' })}
        />
        {richMenu === undefined ? null : <RichMenu key={richMenu.richMenuId} menu={richMenu} />}
      </section>
      <PhoneDialogs phone={phone} group={group} users={sim.state?.users ?? []} accountName={accountName} />
    </ActionContext.Provider>
  );
}
