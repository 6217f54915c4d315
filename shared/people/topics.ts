/** What a group may receive. */
export type Topic = 'budget' | 'procurement' | 'notices' | 'complaintAlerts';

export const TOPICS: readonly Topic[] = ['budget', 'procurement', 'notices', 'complaintAlerts'];

export const topicNames: Readonly<Record<Topic, string>> = {
  budget: 'งบประมาณ',
  procurement: 'จัดซื้อจัดจ้าง',
  notices: 'ประกาศ',
  complaintAlerts: 'แจ้งเรื่องร้องเรียน',
};

/** Whether a text is a topic: what comes back from a button is not trusted. */
export function isTopic(text: string): text is Topic {
  return (TOPICS as readonly string[]).includes(text);
}
