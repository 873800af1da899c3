/** Spellings of the neutral inputs for codes of the dictionary; a code itself needs none. */
type Words = Readonly<Record<string, string>>

export const jobWords: Words = {
  no_job: 'none', unemployed: 'none',
  wage: 'wage_contract', wage_with_contract: 'wage_contract', contract: 'wage_contract', public: 'wage_contract', civil_servant: 'wage_contract',
  wage_without_contract: 'wage_no_contract', no_contract: 'wage_no_contract',
  own_account: 'other_work', self_employed: 'other_work', self_employment: 'other_work', farm: 'other_work', farming: 'other_work', own_farm: 'other_work', farmer: 'other_work',
  family_work: 'other_work', family_business: 'other_work', own_business: 'other_work', household_business: 'other_work', business: 'other_work', trade: 'other_work', other: 'other_work',
}

export const waterWords: Words = {
  piped_water: 'piped', tap: 'piped', tap_water: 'piped',
  borehole: 'drilled_well', tube_well: 'drilled_well', protected_well: 'protected_dug_well', protected_spring_water: 'protected_spring',
  rain: 'rainwater', rain_water: 'rainwater', bottled_water: 'bottled',
}

export const toiletWords: Words = {
  semi_septic: 'septic', septic_tank: 'septic', flush_septic: 'septic',
  pour_flush_toilet: 'pour_flush', pourflush: 'pour_flush', vip: 'improved_pit', improved_pit_vip: 'improved_pit', improved_pit_with_vent: 'improved_pit', ventilated_improved_pit: 'improved_pit',
  double_vault_latrine: 'double_vault', two_vault: 'double_vault', no_toilet: 'none',
}

export const deviceWords: Words = {
  television: 'tv', desktop: 'desktop_computer', computer: 'desktop_computer', phone: 'telephone', landline: 'telephone', mobile_phone: 'telephone', smart_phone: 'smartphone', notebook: 'laptop',
}

/** The codes of the dictionary as the neutral inputs spell them in names of keys. */
export const levelWords: Words = {
  elementary: 'elementary_vocational', vocational: 'elementary_vocational', intermediate: 'intermediate_vocational', high_school: 'upper_secondary', middle_school: 'lower_secondary', upper: 'upper_secondary', lower: 'lower_secondary',
  vocational_elementary: 'elementary_vocational', vocational_intermediate: 'intermediate_vocational', vocational_college: 'college', college_vocational: 'college',
}

/** Classes, and words for being on no list. */
export const classWords: Words = {
  poor: 'poor', near_poor: 'near_poor', average: 'average', above_average: 'above_average', not_poor: 'not_poor',
  agri_average: 'average', newly_escaped: 'average', none: 'not_poor', neither: 'not_poor', never: 'not_poor', above: 'not_poor',
}

/** Other names of movements. */
export const movementWords: Words = {
  no_change: 'unchanged', stays_poor: 'unchanged', stays_near_poor: 'unchanged', none: 'unchanged',
  fell_into_poverty: 'worsened', fell_to_poor: 'worsened', fallen_to_poor: 'worsened', near_poor_to_poor: 'worsened', near_poor_fell_to_poor: 'worsened', worsened_to_poor: 'worsened', dropped_to_poor: 'worsened',
  newly_poor: 'new_poor', newly_arising_poor: 'new_poor', new_arising_poor: 'new_poor', arising_poor: 'new_poor', arisen_poor: 'new_poor',
  newly_near_poor: 'new_near_poor', newly_arising_near_poor: 'new_near_poor', new_arising_near_poor: 'new_near_poor', arising_near_poor: 'new_near_poor', arisen_near_poor: 'new_near_poor',
  relapsed: 'relapsed_poor', relapsed_poverty: 'relapsed_poor', relapsed_into_poverty: 'relapsed_poor', relapsed_near_poverty: 'relapsed_near_poor', relapsed_into_near_poverty: 'relapsed_near_poor',
  escaped: 'escaped_poverty', escaped_near_poor: 'escaped_near_poverty', escaped_still_near_poor: 'escaped_to_near_poor',
}
