/** Key under which it is stored whether Billbee's pages show id badges; anything but `true` means no. */
export const badgesKey = 'badges';
