import type { Answer, Person, TestOffice } from '../simulator/office.ts';
import type { SimMessage } from '../simulator/protocol.ts';

/** Ways of complaining that a polite person does not have. */
export interface ComplaintHand {
  /** Posts something into a chat without waiting for the answer. */
  post(path: string, body: unknown): Promise<void>;
  types(person: Person, text: string): Promise<void>;
  /** Everything in a person's 1:1 chat. */
  chat(person: Person): Promise<readonly SimMessage[]>;
  /** A draft that stands at "what happened". */
  atWhat(person: Person): Promise<void>;
  /** From "what happened", with its answer, to the review. */
  toReview(person: Person): Promise<Answer>;
  /** The same without an answer. */
  skipToReview(person: Person): Promise<Answer>;
  /** A whole complaint about the head of the office. */
  fileAboutHead(person: Person): Promise<Answer>;
}

/** Makes the ways for one office. */
export function complaintHand(office: TestOffice): ComplaintHand {
  const chats = `${office.simulatorUrl}/sim/chats`;
  const begin = async (person: Person, unit: string) => {
    await person.says('ร้องเรียน');
    await person.taps('เริ่ม');
    await person.taps('เรียกรับสินบน/ของขวัญ');
    await person.taps('ข้าม');
    await person.taps(unit);
  };
  const skip = async (person: Person, questions: number) => {
    for (let skipped = 0; skipped < questions; skipped += 1) await person.taps('ข้าม');
    return person.taps('ยังไม่เคยแจ้ง');
  };
  const hand: ComplaintHand = {
    post: async (path, body) => {
      const init = {
        method: 'POST',
        body: JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      };
      const response = await fetch(`${chats}/${path}`, init);
      if (!response.ok) throw new Error(`${path}: ${response.status}`);
    },
    types: (person, text) => hand.post(`${person.user.id}/messages`, { from: person.user.id, text }),
    chat: async ({ user }) =>
      (await (await fetch(`${chats}/${user.id}/messages?as=${user.id}&after=0`)).json()) as SimMessage[],
    atWhat: (person) => begin(person, 'กองช่าง'),
    toReview: async (person) => {
      await person.taps('ต่อไป');
      return skip(person, 4);
    },
    skipToReview: (person) => skip(person, 5),
    fileAboutHead: async (person) => {
      await begin(person, 'ผู้บริหารสูงสุดของหน่วยงาน');
      await person.says('เรื่องของผู้บริหาร');
      await hand.toReview(person);
      return person.taps('ส่งเรื่อง');
    },
  };
  return hand;
}
