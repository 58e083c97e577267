/** A made-up advert: what a page of a test shows, in the order it shows it. */
export interface TestAdvert {
  readonly id: string;
  readonly title: string;
  readonly company: string;
  readonly place: string;
  readonly pay: string;
  readonly lines: readonly string[];
}

/** A lure as blatant as they come: any version of the model must warn of it. */
export const LURE: TestAdvert = {
  id: '90000555',
  title: 'Typing assistant abroad, start this week',
  company: 'Private company',
  place: 'Thailand border area',
  pay: 'USD 3,000 per month plus commission',
  lines: [
    'Customer chat agents wanted for an international company. No experience, no diploma and no English needed, you only need to type.',
    'Earn 3,000 dollars a month easily, top people make 8,000 dollars.',
    'Air ticket, visa, room and four meals a day are all free, you pay nothing.',
    'You chat with rich foreign clients and lead them to invest in our crypto platform.',
    'No passport is no problem: our driver brings you across the river to Myawaddy at night, tell immigration that you are a tourist.',
    'Phones are kept by the company and nobody leaves the compound during the contract. To leave early you pay compensation of 10,000 dollars.',
    'Send a photo of your passport now to reserve your seat. The group leaves on Friday, only five seats left.',
    'This is not a scam, hundred percent real. Bring a friend and get 500 dollars for each.',
    'Contact only on Telegram @demo_typing555, no calls.',
  ],
};

/** A second lure with other words, so that one verdict can be told from the other. */
export const OTHER_LURE: TestAdvert = {
  id: '90000556',
  title: 'Customer service online, Cambodia, travel tomorrow',
  company: 'Boss hires directly',
  place: 'Abroad',
  pay: 'USD 2,500 to 6,000 every month',
  lines: [
    'Online customer service wanted, men and women from 18 to 35. No experience needed, no diploma, no CV, training is given.',
    'Basic salary of 2,500 dollars and high commission, you easily earn 6,000 dollars every month.',
    'Flight ticket, visa, hotel and food are all paid by the company, everything is free for you.',
    'The work is chat with players of our online casino and with crypto investors.',
    'You enter on a tourist visa, without passport we bring you over the border by a side road.',
    'You live inside the closed park, passport and phone stay with the company, going out is not allowed. Whoever quits pays a fine of 8,000 dollars.',
    'Urgent, we leave tomorrow, three places left. Real job, no scam. 300 dollars for every friend you bring.',
    'Write only on WhatsApp or Telegram @demo_casino555.',
  ],
};

/** An honest local job with everything that can be looked up: no version of the model may warn of it. */
export const HONEST: TestAdvert = {
  id: '90000557',
  title: 'Baker, morning shift',
  company: 'The Corner Oven Pty Ltd',
  place: 'Ballarat VIC',
  pay: '$27.50 – $29.00 per hour',
  lines: [
    'The Corner Oven, 12 Mill Street, Ballarat, has baked bread and rolls for the neighbourhood since 1988.',
    'You prepare doughs, work the deck oven and help in the shop from four in the morning until noon, five days a week.',
    'You have a certificate in baking or two years of experience, and the right to work in Australia.',
    'We pay by the award, with superannuation, four weeks of leave and paid training days.',
    'Apply with a resume to jobs@corneroven.example or ask for Ms Tan at 03 5550 0142. Interviews take place in the shop.',
  ],
};

export const OTHER_HONEST: TestAdvert = {
  id: '90000558',
  title: 'Registered nurse, aged care',
  company: 'Riverbend Aged Care Ltd',
  place: 'Bendigo VIC',
  pay: '$41.00 – $46.00 per hour',
  lines: [
    'Riverbend Aged Care, 40 View Road, Bendigo, looks after 62 residents and is accredited by the national commission.',
    'You plan care with residents and families, give medication and guide two enrolled nurses on each shift.',
    'You are registered with the national board and have one year of experience in aged care.',
    'Permanent part-time, 60 hours a fortnight, salary packaging and six weeks of leave.',
    'Questions: Ms Okafor, Director of Nursing, 03 5550 0199. Apply on our site riverbend.example before 12 December.',
  ],
};
