/** A rural household at 1.900.000 đ per person, average under the standard of 2022 and poor under that of 2027: two of three parts of the house not durable, water and toilet not hygienic. */
export const averageThenPoor = {
  household: {
    income_method: 'survey', income_per_person: 1_900_000, walls_durable: false, columns_durable: false, roof_durable: true, floor_area: 60,
    water_source: 'other', toilet_type: 'none', information_devices: ['tv'], domestic_waste_handled: true,
  },
  members: [{
    id: 'a', full_name: 'Nguyễn Văn Ất', relation_to_head: 'head', sex: 'male', birth_date: '1985-05-01', working_age: true,
    able_and_willing_to_work: true, job: 'other_work', health_insurance: true, uses_internet: true,
  }],
}
