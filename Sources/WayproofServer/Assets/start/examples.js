// Stories to try, made up for this purpose; none tells of a real event.

export const examples = [
  {
    key: "train",
    stories: [
      { outlet: "The first paper", published: "2024-04-24", text: "NAIROBI, April 24, 2024 - The night train left Nairobi at 22:00 on Tuesday and reached Mombasa at 01:10 on Wednesday. The train from Nairobi to Mombasa covers 472 km. Its top speed is 120 km/h, the railway said." },
      { outlet: "The second paper", published: "2024-04-25", text: "The railway from Nairobi to Mombasa is only 300 km long. The train from Nairobi to Mombasa takes five hours." },
    ],
  },
  {
    key: "flight",
    stories: [
      { outlet: "A travel site", published: "2024-05-17", text: "LISBON, May 17, 2024 - The plane took off from Lisbon at 08:00 on Thursday and landed in Reykjavik at 09:40 on Thursday. The flight from Lisbon to Reykjavik took two hours. The distance from Lisbon to Reykjavik by air is 2,900 km." },
    ],
  },
  {
    key: "convoy",
    stories: [
      { outlet: "A news agency", published: "2023-07-06", text: "The convoy of trucks left Buenos Aires at 06:00 on 5 July 2023 and arrived in Mendoza at 12:00 on 5 July 2023. The road from Buenos Aires to Mendoza is about 1,050 km long. The trucks drove from Buenos Aires to Mendoza in six hours." },
    ],
  },
];
