# __about__
attempts=${__attempts_variable__:-__attempts__}
interval=${__interval_variable__:-__interval__}
