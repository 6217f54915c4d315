/** The channels' ids and secrets of every simulated office. */
export const CHANNEL = {
  channelSecret: 'scenario-channel-secret',
  channelAccessToken: 'scenario-channel-token',
  loginChannelId: '2000000001',
  liffId: '2000000001-prongsai',
};
