/** Key under which it is kept whether Billbee's pages show id badges; anything but `true` means no. */
export const badgesKey = 'badges';
