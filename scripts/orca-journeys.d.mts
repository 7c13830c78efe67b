export const JOURNEYS: readonly {
  name: string;
  title: string;
  lang: string;
  address: string;
  steps: readonly { press: string; heard: readonly string[]; most: number }[];
}[];
