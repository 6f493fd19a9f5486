/** What people write to an outfitter, and what they are answered: each list is one conversation, the customer first. */
export interface Talk {
  readonly subject: string;
  readonly messages: readonly string[];
}

export const talks: readonly Talk[] = [
  { subject: "Where is my parcel?", messages: ["Hi, my order from last Tuesday still shows \"packed\". Can you see where it is?", "It left our warehouse this morning and should reach you by Thursday.", "Great, that works. Thank you!"] },
  { subject: "Boots one size too small", messages: ["The trail boots are lovely but a size too small. Can I exchange them?", "Of course. I have put a 43 aside for you, and a return label is in your inbox.", "Perfect, they go back tomorrow."] },
  { subject: "Invoice with VAT number", messages: ["Could you send the invoice again with our VAT number on it?", "Here it is, with the number you gave us in spring. The old one is void.", "Got it, thanks."] },
  { subject: "Tent pole snapped", messages: ["A pole of my two-person tent snapped on the first night. Is that covered?", "I am sorry to hear that! It is, for three years. May I send you a replacement pole?", "Yes please, same address.", "On its way; you get the tracking number by e-mail."] },
  { subject: "Change delivery address", messages: ["I moved last week and forgot to change my address. The order is not shipped yet, I hope?", "Just in time: I have changed it to the address in your message.", "You saved my weekend."] },
  { subject: "Discount code does not work", messages: ["The code from your newsletter says \"not valid\" at checkout.", "It was for jackets only, which we should have said more clearly. I have taken the ten percent off for you by hand.", "That is kind, thank you."] },
  { subject: "Jacket: washing", messages: ["Can I tumble dry the storm jacket?", "Yes, on low for twenty minutes; it brings back the water repellency.", "Good to know!"] },
  { subject: "Refund not arrived", messages: ["You confirmed my return ten days ago, but I see no refund yet.", "Our bank sent it on Monday; cards can take five working days. I have attached the reference.", "It came this morning, all good."] },
  { subject: "Backpack for a small back", messages: ["Which of your 40 litre packs fits a short torso best?", "The Ridge 40 S: its back length adjusts from 38 to 45 cm. Many of our shorter hikers chose it.", "Ordered. Thanks for the advice!"] },
  { subject: "Charged twice", messages: ["My card shows two charges for the same order.", "The second is a reservation that falls away by tomorrow. If it does not, write back and I will refund it myself.", "It is gone now. Thanks for the quick answer."] },
  { subject: "Gift wrapping", messages: ["Could the sleeping bag be gift wrapped? It is for my daughter.", "Gladly. Shall we add a card? Tell me the words.", "\"For the tops still to climb. Love, Dad.\"", "Written and wrapped."] },
  { subject: "Stove valve leaks", messages: ["The valve of my stove hisses even when closed. I stopped using it.", "You did right. Please do not use it again; a new one leaves today, and the old one can go to recycling.", "Thank you for taking this seriously."] },
];

/** Begun and not yet answered to the end. */
export const openings: readonly Talk[] = [
  { subject: "Rain cover missing", messages: ["My backpack arrived without its rain cover. Could you send one?"] },
  { subject: "Order for a school class", messages: ["We need 24 head torches for a school trip in May. Is there a price for groups?", "There is: 15 percent from twenty pieces on. Shall I put an offer together?"] },
  { subject: "Return label", messages: ["The return label will not open on my phone. Can you send it again?"] },
  { subject: "Which size?", messages: ["I am between M and L in your fleece. Which one runs better over a base layer?"] },
  { subject: "Delivery on Saturday", messages: ["Can you deliver on Saturday? Nobody is home on weekdays.", "I am asking the carrier and come back to you today."] },
  { subject: "Zip stuck", messages: ["The main zip of my sleeping bag is stuck halfway. Any trick before I send it in?"] },
];
