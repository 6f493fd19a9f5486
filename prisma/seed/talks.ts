import type { QueueName } from "./people";

/** What people write about: the customer begins, then by turns. `{first}` is the customer's first name, `{order}` a number. */
export interface Talk {
  readonly queue: QueueName;
  readonly subject: string;
  readonly turns: readonly string[];
}

export const talks: readonly Talk[] = [
  { queue: "Orders", subject: "Where is order {order}?", turns: [
    "Hi, order {order} was meant to arrive on Tuesday and tracking has not moved since. Where is it?",
    "Hello {first}, I am sorry about that. The carrier scanned it in the wrong depot; it is on the road again and should be with you tomorrow before noon.",
    "It came this morning. Thank you!",
  ] },
  { queue: "Orders", subject: "Change the address of order {order}", turns: [
    "I have moved house. Can order {order} still go to the new address?",
    "Hi {first}, it has not left us yet. Send me the new address and I will change it right away.",
    "12 Quayside Lane, second floor. Same town.",
    "Done, the label is printed with the new address. You will get a new tracking link tonight.",
  ] },
  { queue: "Orders", subject: "Two parcels instead of one", turns: [
    "I ordered a tent and pegs, but only the pegs came. Is the tent missing?",
    "Hello {first}, they left in two parcels. The tent follows tomorrow; here in the system it is already with the carrier.",
    "Ah, good. Then I wait.",
  ] },
  { queue: "Orders", subject: "Add a flask to order {order}", turns: [
    "Could you add a second flask to order {order} before it ships?",
    "Hi {first}, added, and no extra postage. It leaves this afternoon.",
  ] },
  { queue: "Returns", subject: "Boots are half a size too small", turns: [
    "The hiking boots are lovely but half a size too small. How do I swap them?",
    "Hello {first}, I am sending you a label. As soon as the carrier scans the parcel, the next size leaves here.",
    "Dropped off just now.",
    "And yours are on the way. Two days at most.",
  ] },
  { queue: "Returns", subject: "Zip broke after a week", turns: [
    "The zip of my rain jacket broke after a week. I have the receipt.",
    "I am sorry, {first}. A photo of the zip is enough for us; I will send a new jacket, and you can keep the old one for parts.",
    "Photo is attached. That is very kind.",
    "Thank you, the new one is packed.",
  ] },
  { queue: "Returns", subject: "Return label does not scan", turns: [
    "They cannot scan the label you sent at the post office.",
    "Hi {first}, that happens when it is printed too small. Here is one that works from your phone's screen.",
    "That worked, thanks.",
  ] },
  { queue: "Billing", subject: "Charged twice for order {order}", turns: [
    "My card shows two charges for order {order}. Please have a look.",
    "Hello {first}, one of them is only a reservation and falls off within three days. I have asked the bank to release it now.",
    "It is gone already. Great.",
  ] },
  { queue: "Billing", subject: "Invoice with our VAT number", turns: [
    "We need the invoice for order {order} with our VAT number on it.",
    "Hi {first}, send me the number and I will reissue it.",
    "DK 13 58 59 60.",
    "The new invoice is in your mailbox.",
  ] },
  { queue: "Billing", subject: "Gift card says it is empty", turns: [
    "The gift card from my sister says its balance is zero. It should be 50.",
    "Hello {first}, it was never activated at the till. I have done that now; you can use it right away.",
    "Perfect, used it.",
  ] },
  { queue: "General", subject: "Opening hours of the shop", turns: [
    "Is the shop by the harbor open on Sunday?",
    "Hi {first}, yes, from ten to four, and the workshop too.",
    "Lovely, see you there.",
  ] },
  { queue: "General", subject: "Unsubscribe from the newsletter", turns: [
    "I get your newsletter twice. Can you take one of my addresses off?",
    "Of course, {first}. Which of the two shall stay?",
    "The one I am writing from.",
    "Then the other one is off the list.",
  ] },
  { queue: "General", subject: "Lost my account password", turns: [
    "The reset mail does not arrive.",
    "Hello {first}, your provider holds it back. I have sent it again from our other address; it is valid for an hour.",
    "Got it. Thanks!",
  ] },
  { queue: "General", subject: "Do you repair stoves?", turns: [
    "My stove sputters. Do you still repair that model?",
    "Hi {first}, we do. Bring it by or send it in; most are done within a week.",
  ] },
  { queue: "Product advice", subject: "A sleeping bag for Iceland", turns: [
    "We hike in Iceland in September. Which sleeping bag would you take?",
    "Hello {first}, nights are around freezing then, and damp. I would take a synthetic one with a comfort limit of -5 °C.",
    "Not down?",
    "Down is lighter, but loses its warmth when wet. With a tent that stays dry, it works too.",
    "Then the synthetic one. Thank you.",
  ] },
  { queue: "Product advice", subject: "Which pack for three days?", turns: [
    "Is 45 litres enough for three days with a tent?",
    "Hi {first}, if the tent is a small one, yes. With winter clothes I would take 55.",
    "It is for summer, so 45 then.",
  ] },
  { queue: "Product advice", subject: "Are these shoes fit for gravel?", turns: [
    "Are the trail runners good on gravel roads too?",
    "They are, {first}; their soles wear a little faster there. Many of us run in them all week.",
    "Ordered. Thanks for the honest word.",
  ] },
  { queue: "Priority", subject: "Gear for forty scouts", turns: [
    "We are forty scouts and leave in three weeks. Can you equip us by then?",
    "Hello {first}, we can. I have put the tents and mats aside for you; tell me the sizes of the rain jackets and I will make one offer for all.",
    "12 small, 20 medium, 8 large.",
    "The offer is in your mailbox, good for ten days.",
    "Signed and sent back. You have saved our summer.",
  ] },
];
