/**
Emoji and their names, one emoji a line. Generated: `npm run docs` writes it anew.

The names are those of emojibase-data, Copyright (c) 2017-2019 Miles Johnson, MIT licence.
*/
export const emojiTable = `👍 +1 thumbs_up thumbsup thumbup
👎 -1 thumbdown thumbs_down thumbsdown
💯 100
🔢 1234 input_numbers
🥇 1st_place_medal first_place first_place_medal
🥈 2nd_place_medal second_place second_place_medal
🥉 3rd_place_medal third_place third_place_medal
🎱 8ball
🅰️ a
🆎 ab
🧮 abacus
🔤 abc
🔡 abcd
🇦🇨 ac ascension_island flag-ac flag_ac
🉑 accept
🪗 accordion
🇦🇩 ad andorra flag-ad flag_ad
🩹 adhesive_bandage
🎟️ admission_tickets tickets
🧑 adult person
🇦🇪 ae flag-ae flag_ae united_arab_emirates
🚡 aerial_tramway
🇦🇫 af afghanistan flag-af flag_af
🇦🇬 ag antigua_barbuda flag-ag flag_ag
🇦🇮 ai anguilla flag-ai flag_ai
✈️ airplane
🛬 airplane_arriving flight_arrival
🛫 airplane_departure flight_departure
🛩️ airplane_small small_airplane
🇦🇱 al albania flag-al flag_al
🇦🇽 aland_islands ax flag-ax flag_ax
⏰ alarm_clock
⚗️ alembic
🇩🇿 algeria dz flag-dz flag_dz
👽 alien
👾 alien_monster space_invader
🇦🇲 am armenia flag-am flag_am
🚑 ambulance
🇦🇸 american_samoa as flag-as flag_as
🏺 amphora
🫀 anatomical_heart
⚓ anchor
👼 angel baby_angel
💢 anger
🗯️ anger_right right_anger_bubble
🇦🇴 angola ao flag-ao flag_ao
😠 angry angry_face
😧 anguished
🐜 ant
🇦🇶 antarctica aq flag-aq flag_aq
📶 antenna_bars signal_strength
🍎 apple red_apple
♒ aquarius
🇦🇷 ar argentina flag-ar flag_ar
🏹 archery bow_and_arrow
♈ aries
◀️ arrow_backward
⏬ arrow_double_down
⏫ arrow_double_up
⬇️ arrow_down down_arrow
🔽 arrow_down_small
▶️ arrow_forward
⤵️ arrow_heading_down
⤴️ arrow_heading_up
⬅️ arrow_left left_arrow
↙️ arrow_lower_left
↘️ arrow_lower_right
➡️ arrow_right right_arrow
↪️ arrow_right_hook
⬆️ arrow_up up_arrow
↕️ arrow_up_down up_down_arrow
🔼 arrow_up_small
↖️ arrow_upper_left up_left_arrow
↗️ arrow_upper_right
🔃 arrows_clockwise
🔄 arrows_counterclockwise
🎨 art
🚛 articulated_lorry
🛰️ artificial_satellite satellite_orbital
🧑‍🎨 artist
🇦🇼 aruba aw flag-aw flag_aw
*️⃣ asterisk keycap_asterisk keycap_star
😲 astonished
🧑‍🚀 astronaut
🇦🇹 at austria flag-at flag_at
👟 athletic_shoe running_shoe
🏧 atm
⚛️ atom atom_symbol
🇦🇺 au australia flag-au flag_au
🛺 auto_rickshaw
🚗 automobile car red_car
🥑 avocado
🪓 axe
🇦🇿 az azerbaijan flag-az flag_az
🅱️ b
🇧🇦 ba bosnia_herzegovina flag-ba flag_ba
👶 baby
🍼 baby_bottle
🐤 baby_chick
🚼 baby_symbol
🔙 back back_arrow
🤚 back_of_hand raised_back_of_hand
🎒 backpack school_satchel
🥓 bacon
🦡 badger
🏸 badminton badminton_racquet_and_shuttlecock
🥯 bagel
🛄 baggage_claim
🥖 baguette_bread french_bread
🇧🇸 bahamas bs flag-bs flag_bs
🇧🇭 bahrain bh flag-bh flag_bh
⚖️ balance_scale scales
🦲 bald
👨‍🦲 bald_man man_bald
🧑‍🦲 bald_person person_bald
👩‍🦲 bald_woman woman_bald
🩰 ballet_shoes
🎈 balloon
🗳️ ballot_box ballot_box_with_ballot
☑️ ballot_box_with_check
🎍 bamboo
🍌 banana
‼️ bangbang
🇧🇩 bangladesh bd flag-bd flag_bd
🪕 banjo
🏦 bank
📊 bar_chart
🇧🇧 barbados bb flag-bb flag_bb
💈 barber barber_pole
🌥️ barely_sunny sun_behind_cloud sun_behind_large_cloud white_sun_behind_cloud white_sun_cloud
⚾ baseball
🧺 basket
🏀 basketball
⛹️‍♂️ basketball_man bouncing_ball_man man-bouncing-ball man_bouncing_ball
⛹️ basketball_player bouncing_ball_person person_bouncing_ball person_with_ball
⛹️‍♀️ basketball_woman bouncing_ball_woman woman-bouncing-ball woman_bouncing_ball
🦇 bat
🛀 bath
🛁 bathtub
🔋 battery
🇧🇪 be belgium flag-be flag_be
🏖️ beach beach_umbrella beach_with_umbrella
🫘 beans
🐻 bear
🧔 bearded_person person_beard
💓 beating_heart heartbeat
🦫 beaver
🛏️ bed
🐝 bee honeybee
🍺 beer beer_mug
🍻 beers
🪲 beetle
🔰 beginner
🇧🇾 belarus by flag-by flag_by
🇧🇿 belize bz flag-bz flag_bz
🔔 bell
🫑 bell_pepper
🛎️ bellhop bellhop_bell
🇧🇯 benin bj flag-bj flag_bj
🍱 bento bento_box
🇧🇲 bermuda bm flag-bm flag_bm
🧃 beverage_box
🇧🇫 bf burkina_faso flag-bf flag_bf
🇧🇬 bg bulgaria flag-bg flag_bg
🇧🇹 bhutan bt flag-bt flag_bt
🇧🇮 bi burundi flag-bi flag_bi
🚲 bicycle bike
🚴 bicyclist person_biking
🚴‍♂️ biking_man man-biking man_biking
🚴‍♀️ biking_woman woman-biking woman_biking
👙 bikini
🧢 billed_cap
☣️ biohazard biohazard_sign
🐦 bird
🎂 birthday birthday_cake
🦬 bison
🫦 biting_lip
🇧🇱 bl flag-bl flag_bl st_barthelemy
🐦‍⬛ black_bird
🐈‍⬛ black_cat
⚫ black_circle
⏺️ black_circle_for_record record_button
🏴 black_flag flag_black waving_black_flag
🖤 black_heart
🃏 black_joker joker
⬛ black_large_square
⏮️ black_left_pointing_double_triangle_with_vertical_bar previous_track previous_track_button track_previous
◾ black_medium_small_square
◼️ black_medium_square
✒️ black_nib
⏭️ black_right_pointing_double_triangle_with_vertical_bar next_track next_track_button track_next
⏯️ black_right_pointing_triangle_with_double_vertical_bar play_or_pause_button play_pause
▪️ black_small_square
🔲 black_square_button
⏹️ black_square_for_stop stop_button
👱‍♂️ blond-haired-man blond-haired_man blond_haired_man blonde_man
👱‍♀️ blond-haired-woman blond-haired_woman blond_haired_woman blonde_woman
👱 blond_haired_person person_with_blond_hair
🌼 blossom
🐡 blowfish
📘 blue_book
🚙 blue_car
🔵 blue_circle large_blue_circle
💙 blue_heart
🟦 blue_square large_blue_square
🫐 blueberries
😊 blush
🇧🇳 bn brunei flag-bn flag_bn
🇧🇴 bo bolivia flag-bo flag_bo
🐗 boar
⛵ boat sailboat
💣 bomb
🦴 bone
📖 book open_book
🔖 bookmark
📑 bookmark_tabs
📚 books
💥 boom collision
🪃 boomerang
👢 boot womans_boot
🇧🇼 botswana bw flag-bw flag_bw
🍾 bottle_with_popping_cork champagne
💐 bouquet
🇧🇻 bouvet_island bv flag-bv flag_bv
🙇 bow person_bowing
🙇‍♂️ bowing_man man-bowing man_bowing
🙇‍♀️ bowing_woman woman-bowing woman_bowing
🥣 bowl_with_spoon
🎳 bowling
🥊 boxing_glove boxing_gloves
👦 boy
🇧🇶 bq caribbean_netherlands flag-bq flag_bq
🇧🇷 br brazil flag-br flag_br
🧠 brain
🍞 bread
🤱 breast-feeding breast_feeding
🧱 brick bricks
👰‍♀️ bride_with_veil woman_with_veil
🌉 bridge_at_night
💼 briefcase
🩲 briefs swim_brief
🇮🇴 british_indian_ocean_territory flag-io flag_io io
🇻🇬 british_virgin_islands flag-vg flag_vg vg
🥦 broccoli
⛓️‍💥 broken_chain
💔 broken_heart
🧹 broom
🟤 brown_circle large_brown_circle
🤎 brown_heart
🍄‍🟫 brown_mushroom
🟫 brown_square large_brown_square
🧋 bubble_tea
🫧 bubbles
🪣 bucket
🐛 bug
🏗️ building_construction construction_site
💡 bulb light_bulb
🚅 bullet_train bullettrain_front
🚄 bullettrain_side
🌯 burrito
🚌 bus
🚏 bus_stop busstop
🕴️ business_suit_levitating levitate man_in_business_suit_levitating
👤 bust_in_silhouette
👥 busts_in_silhouette
🧈 butter
🦋 butterfly
🇨🇦 ca canada flag-ca flag_ca
🌵 cactus
🍰 cake shortcake
📆 calendar
🗓️ calendar_spiral spiral_calendar spiral_calendar_pad
🤙 call_me call_me_hand
📲 calling
🇰🇭 cambodia flag-kh flag_kh kh
🐫 camel
📷 camera
📸 camera_flash camera_with_flash
🇨🇲 cameroon cm flag-cm flag_cm
🏕️ camping
🇮🇨 canary_islands flag-ic flag_ic ic
♋ cancer
🕯️ candle
🍬 candy
🥫 canned_food
🛶 canoe kayak
🇨🇻 cape_verde cv flag-cv flag_cv
🔠 capital_abcd
♑ capricorn
🗃️ card_box card_file_box
📇 card_index
🗂️ card_index_dividers dividers
🎠 carousel_horse
🎏 carp_streamer flags
🪚 carpentry_saw
🥕 carrot
🤸 cartwheel cartwheeling person_doing_cartwheel
🏰 castle european_castle
🐱 cat cat_face
🐈 cat2
🇰🇾 cayman_islands flag-ky flag_ky ky
🇨🇨 cc cocos_islands flag-cc flag_cc
💿 cd optical_disk
🇨🇫 central_african_republic cf flag-cf flag_cf
🇪🇦 ceuta_melilla ea flag-ea flag_ea
🇨🇬 cg congo_brazzaville flag-cg flag_cg
🇨🇭 ch flag-ch flag_ch switzerland
🇹🇩 chad flag-td flag_td td
⛓️ chains
🪑 chair
🥂 champagne_glass clinking_glass clinking_glasses
💹 chart
📉 chart_with_downwards_trend
📈 chart_with_upwards_trend
✔️ check_mark heavy_check_mark
🏁 checkered_flag
🧀 cheese cheese_wedge
🍒 cherries
🌸 cherry_blossom
♟️ chess_pawn
🌰 chestnut
🐔 chicken
🧒 child
🚸 children_crossing
🇨🇱 chile flag-cl flag_cl
🐿️ chipmunk
🍫 chocolate_bar
🥢 chopsticks
🇨🇽 christmas_island cx flag-cx flag_cx
🎄 christmas_tree
⛪ church
🇨🇮 ci cote_divoire flag-ci flag_ci
🚬 cigarette smoking
🎦 cinema
Ⓜ️ circled_m m
🎪 circus_tent
🌆 city_dusk city_sunset
🌇 city_sunrise sunset
🏙️ cityscape
🇨🇰 ck cook_islands flag-ck flag_ck
🆑 cl
🗜️ clamp compression
👏 clap
🎬 clapper clapper_board
🏛️ classical_building
🧗 climbing person_climbing
🧗‍♂️ climbing_man man_climbing
🧗‍♀️ climbing_woman woman_climbing
📋 clipboard
🇨🇵 clipperton_island cp flag-cp flag_cp
🕰️ clock mantelpiece_clock mantlepiece_clock
🕐 clock1 one_oclock
🕙 clock10 ten_oclock
🕥 clock1030 ten_thirty
🕚 clock11 eleven_oclock
🕦 clock1130 eleven_thirty
🕛 clock12 twelve_oclock
🕧 clock1230 twelve_thirty
🕜 clock130 one_thirty
🕑 clock2 two_oclock
🕝 clock230 two_thirty
🕒 clock3 three_oclock
🕞 clock330 three_thirty
🕓 clock4 four_oclock
🕟 clock430 four_thirty
🕔 clock5 five_oclock
🕠 clock530 five_thirty
🕕 clock6 six_oclock
🕡 clock630 six_thirty
🕖 clock7 seven_oclock
🕢 clock730 seven_thirty
🕗 clock8 eight_oclock
🕣 clock830 eight_thirty
🕘 clock9 nine_oclock
🕤 clock930 nine_thirty
📕 closed_book
🔐 closed_lock_with_key
🌂 closed_umbrella
☁️ cloud
🌩️ cloud_lightning cloud_with_lightning lightning lightning_cloud
🌧️ cloud_rain cloud_with_rain rain_cloud
🌨️ cloud_snow cloud_with_snow snow_cloud
🌪️ cloud_tornado cloud_with_tornado tornado tornado_cloud
⛈️ cloud_with_lightning_and_rain thunder_cloud_and_rain thunder_cloud_rain
🤡 clown clown_face
♣️ club_suit clubs
👝 clutch_bag pouch
🇨🇳 cn flag-cn flag_cn
🇨🇴 co colombia flag-co flag_co
🧥 coat
🪳 cockroach
🍸 cocktail
🥥 coconut
☕ coffee hot_beverage
⚰️ coffin
🪙 coin
🥶 cold_face
😰 cold_sweat
☄️ comet
🇰🇲 comoros flag-km flag_km km
🧭 compass
💻 computer
💽 computer_disk minidisc
🖱️ computer_mouse mouse_three_button three_button_mouse
🎊 confetti_ball
😖 confounded
😕 confused confused_face
🇨🇩 congo congo_kinshasa flag-cd flag_cd
㊗️ congratulations
🚧 construction
👷 construction_worker
👷‍♂️ construction_worker_man male-construction-worker man_construction_worker
👷‍♀️ construction_worker_woman female-construction-worker woman_construction_worker
🎛️ control_knobs
🏪 convenience_store
🧑‍🍳 cook
🍚 cooked_rice rice
🍪 cookie
🍳 cooking fried_egg
🆒 cool
👮 cop police_officer
©️ copyright
🪸 coral
🌽 corn ear_of_corn
🇨🇷 costa_rica cr flag-cr flag_cr
🛋️ couch couch_and_lamp
👫 couple man_and_woman_holding_hands woman_and_man_holding_hands
👨‍❤️‍👨 couple_mm couple_with_heart_man_man couple_with_heart_mm man-heart-man
💑 couple_with_heart
👩‍❤️‍👨 couple_with_heart_woman_man woman-heart-man
👩‍❤️‍👩 couple_with_heart_woman_woman couple_with_heart_ww couple_ww woman-heart-woman
💏 couplekiss
👨‍❤️‍💋‍👨 couplekiss_man_man couplekiss_mm kiss_man_man kiss_mm man-kiss-man
👩‍❤️‍💋‍👨 couplekiss_man_woman kiss_woman_man woman-kiss-man
👩‍❤️‍💋‍👩 couplekiss_woman_woman couplekiss_ww kiss_ww woman-kiss-woman
🐮 cow cow_face
🐄 cow2
🤠 cowboy cowboy_hat_face face_with_cowboy_hat
🦀 crab
🖍️ crayon lower_left_crayon
🤪 crazy_face grinning_face_with_one_large_and_one_small_eye zany_face
💳 credit_card
🌙 crescent_moon
🦗 cricket
🏏 cricket_bat_and_ball cricket_bat_ball cricket_game
🇭🇷 croatia flag-hr flag_hr hr
🐊 crocodile
🥐 croissant
✝️ cross latin_cross
❌ cross_mark x
🤞 crossed_fingers fingers_crossed hand_with_index_and_middle_finger_crossed hand_with_index_and_middle_fingers_crossed
🎌 crossed_flags
⚔️ crossed_swords
👑 crown
🛳️ cruise_ship passenger_ship
🩼 crutch
😢 cry crying_face
😿 crying_cat crying_cat_face
🔮 crystal_ball
🇨🇺 cu cuba flag-cu flag_cu
🥒 cucumber
🥤 cup_with_straw
🧁 cupcake
💘 cupid
🇨🇼 curacao cw flag-cw flag_cw
🥌 curling_stone
🦱 curly_hair curly_haired
👨‍🦱 curly_haired_man man_curly_haired
🧑‍🦱 curly_haired_person person_curly_hair
👩‍🦱 curly_haired_woman woman_curly_haired
➰ curly_loop
💱 currency_exchange
🍛 curry curry_rice
🤬 cursing_face face_with_symbols_on_mouth face_with_symbols_over_mouth serious_face_with_symbols_covering_mouth
🍮 custard flan pudding
🛃 customs
🥩 cut_of_meat
🇨🇾 cy cyprus flag-cy flag_cy
🌀 cyclone
🇨🇿 cz czech_republic flag-cz flag_cz
🗡️ dagger dagger_knife
💃 dancer woman_dancing
👯 dancers people_with_bunny_ears_partying
👯‍♂️ dancing_men man-with-bunny-ears-partying men-with-bunny-ears-partying men_with_bunny_ears_partying
👯‍♀️ dancing_women woman-with-bunny-ears-partying women-with-bunny-ears-partying women_with_bunny_ears_partying
🍡 dango
🕶️ dark_sunglasses
🎯 dart direct_hit
💨 dash dashing_away
📅 date
🇩🇪 de flag-de flag_de
🧏‍♂️ deaf_man
🧏 deaf_person
🧏‍♀️ deaf_woman
🌳 deciduous_tree
🦌 deer
🇩🇰 denmark dk flag-dk flag_dk
🏬 department_store
🏚️ derelict_house derelict_house_building house_abandoned
🏜️ desert
🏝️ desert_island island
🖥️ desktop desktop_computer
🕵️ detective sleuth_or_spy spy
🇩🇬 dg diego_garcia flag-dg flag_dg
💠 diamond_shape_with_a_dot_inside
♦️ diamond_suit diamonds
😞 disappointed
😥 disappointed_relieved
🥸 disguised_face
🤿 diving_mask
🪔 diya_lamp
💫 dizzy
😵 dizzy_face
🇩🇯 dj djibouti flag-dj flag_dj
🇩🇲 dm dominica flag-dm flag_dm
🧬 dna
🇩🇴 do dominican_republic flag-do flag_do
🚯 do_not_litter no_littering
🦤 dodo
🐶 dog dog_face
🐕 dog2
💵 dollar
🎎 dolls
🐬 dolphin flipper
🫏 donkey
🚪 door
🫥 dotted_line_face
⏸️ double_vertical_bar pause_button
🍩 doughnut
🕊️ dove dove_of_peace
🐉 dragon
🐲 dragon_face
👗 dress
🐪 dromedary_camel
🤤 drool drooling_face
🩸 drop_of_blood
💧 droplet
🥁 drum drum_with_drumsticks
🦆 duck
🥟 dumpling
📀 dvd
📧 e-mail e_mail email
🦅 eagle
👂 ear
🌾 ear_of_rice sheaf_of_rice
🦻 ear_with_hearing_aid
🌍 earth_africa
🌎 earth_americas
🌏 earth_asia
🇪🇨 ec ecuador flag-ec flag_ec
🇪🇪 ee estonia flag-ee flag_ee
🇪🇬 eg egypt flag-eg flag_eg
🥚 egg
🍆 eggplant
🇪🇭 eh flag-eh flag_eh western_sahara
8️⃣ eight
✴️ eight_pointed_black_star
✳️ eight_spoked_asterisk
⏏️ eject eject_button eject_symbol
🇸🇻 el_salvador flag-sv flag_sv sv
🔌 electric_plug
🐘 elephant
🛗 elevator
🧝 elf
🧝‍♂️ elf_man male_elf man_elf
🧝‍♀️ elf_woman female_elf woman_elf
🪹 empty_nest
🔚 end end_arrow
🏴󠁧󠁢󠁥󠁮󠁧󠁿 england flag-england
✉️ envelope
📩 envelope_with_arrow
🇬🇶 equatorial_guinea flag-gq flag_gq gq
🇪🇷 er eritrea flag-er flag_er
🇪🇸 es flag-es flag_es
🇪🇹 et ethiopia flag-et flag_et
🇪🇺 eu european_union flag-eu flag_eu
💶 euro euro_banknote
🏤 european_post_office
🌲 evergreen_tree
🐑 ewe sheep
❗ exclamation heavy_exclamation_mark
🤰 expecting_woman pregnant_woman
🤯 exploding_head shocked_face_with_exploding_head
😑 expressionless
👁️ eye
👁️‍🗨️ eye-in-speech-bubble eye_in_speech_bubble eye_speech_bubble
👓 eyeglasses glasses
👀 eyes
😮‍💨 face_exhaling
🥹 face_holding_back_tears
😶‍🌫️ face_in_clouds
🤦 face_palm facepalm person_facepalming
🤮 face_vomiting face_with_open_mouth_vomiting vomiting_face
🫩 face_with_bags_under_eyes
🫤 face_with_diagonal_mouth
🤫 face_with_finger_covering_closed_lips shushing_face
🤭 face_with_hand_over_mouth hand_over_mouth smiling_face_with_smiling_eyes_and_hand_covering_mouth
🤕 face_with_head_bandage head_bandage
🧐 face_with_monocle monocle_face
🤨 face_with_one_eyebrow_raised face_with_raised_eyebrow raised_eyebrow
🫢 face_with_open_eyes_and_hand_over_mouth
🫣 face_with_peeking_eye
🙄 face_with_rolling_eyes roll_eyes rolling_eyes
😵‍💫 face_with_spiral_eyes
🤒 face_with_thermometer thermometer_face
👊 facepunch fist_oncoming oncoming_fist punch
🏭 factory
🧑‍🏭 factory_worker
🧚 fairy
🧚‍♂️ fairy_man male_fairy man_fairy
🧚‍♀️ fairy_woman female_fairy woman_fairy
🧆 falafel
🇫🇰 falkland_islands fk flag-fk flag_fk
🍂 fallen_leaf
👪 family
🧑‍🧑‍🧒 family_adult_adult_child
🧑‍🧑‍🧒‍🧒 family_adult_adult_child_child
🧑‍🧒 family_adult_child
🧑‍🧒‍🧒 family_adult_child_child
👨‍👦 family_man_boy man-boy
👨‍👦‍👦 family_man_boy_boy man-boy-boy
👨‍👧 family_man_girl man-girl
👨‍👧‍👦 family_man_girl_boy man-girl-boy
👨‍👧‍👧 family_man_girl_girl man-girl-girl
👨‍👨‍👦 family_man_man_boy family_mmb man-man-boy
👨‍👨‍👦‍👦 family_man_man_boy_boy family_mmbb man-man-boy-boy
👨‍👨‍👧 family_man_man_girl family_mmg man-man-girl
👨‍👨‍👧‍👦 family_man_man_girl_boy family_mmgb man-man-girl-boy
👨‍👨‍👧‍👧 family_man_man_girl_girl family_mmgg man-man-girl-girl
👨‍👩‍👦 family_man_woman_boy man-woman-boy
👨‍👩‍👦‍👦 family_man_woman_boy_boy family_mwbb man-woman-boy-boy
👨‍👩‍👧 family_man_woman_girl family_mwg man-woman-girl
👨‍👩‍👧‍👦 family_man_woman_girl_boy family_mwgb man-woman-girl-boy
👨‍👩‍👧‍👧 family_man_woman_girl_girl family_mwgg man-woman-girl-girl
👩‍👦 family_woman_boy woman-boy
👩‍👦‍👦 family_woman_boy_boy woman-boy-boy
👩‍👧 family_woman_girl woman-girl
👩‍👧‍👦 family_woman_girl_boy woman-girl-boy
👩‍👧‍👧 family_woman_girl_girl woman-girl-girl
👩‍👩‍👦 family_woman_woman_boy family_wwb woman-woman-boy
👩‍👩‍👦‍👦 family_woman_woman_boy_boy family_wwbb woman-woman-boy-boy
👩‍👩‍👧 family_woman_woman_girl family_wwg woman-woman-girl
👩‍👩‍👧‍👦 family_woman_woman_girl_boy family_wwgb woman-woman-girl-boy
👩‍👩‍👧‍👧 family_woman_woman_girl_girl family_wwgg woman-woman-girl-girl
🧑‍🌾 farmer
🇫🇴 faroe_islands flag-fo flag_fo fo
⏩ fast_forward
📠 fax fax_machine
😨 fearful fearful_face
🪶 feather
🐾 feet paw_prints
👩‍🎨 female-artist woman_artist
👩‍🚀 female-astronaut woman_astronaut
👩‍🍳 female-cook woman_cook
🕵️‍♀️ female-detective female_detective woman_detective
👩‍⚕️ female-doctor woman_health_worker
👩‍🏭 female-factory-worker woman_factory_worker
👩‍🌾 female-farmer woman_farmer
👩‍🚒 female-firefighter woman_firefighter
💂‍♀️ female-guard guardswoman woman_guard
👩‍⚖️ female-judge woman_judge
👩‍🔧 female-mechanic woman_mechanic
👩‍💼 female-office-worker woman_office_worker
👩‍✈️ female-pilot woman_pilot
👮‍♀️ female-police-officer policewoman woman_police_officer
👩‍🔬 female-scientist woman_scientist
👩‍🎤 female-singer woman_singer
👩‍🎓 female-student woman_student
👩‍🏫 female-teacher woman_teacher
👩‍💻 female-technologist woman_technologist
🧞‍♀️ female_genie genie_woman woman_genie
🧙‍♀️ female_mage mage_woman woman_mage
♀️ female_sign
🦸‍♀️ female_superhero superhero_woman woman_superhero
🦹‍♀️ female_supervillain supervillain_woman woman_supervillain
🧛‍♀️ female_vampire vampire_woman woman_vampire
🧟‍♀️ female_zombie woman_zombie zombie_woman
🤺 fencer fencing person_fencing
🎡 ferris_wheel
⛴️ ferry
🇫🇮 fi finland flag-fi flag_fi
🏑 field_hockey field_hockey_stick_and_ball
🇫🇯 fiji fj flag-fj flag_fj
🗄️ file_cabinet
📁 file_folder
🎞️ film_frames film_strip
📽️ film_projector projector
🫆 fingerprint
🔥 fire flame
🚒 fire_engine
🧯 fire_extinguisher
🧨 firecracker
🧑‍🚒 firefighter
🎆 fireworks
🌓 first_quarter_moon
🌛 first_quarter_moon_with_face
🐟 fish
🍥 fish_cake
🎣 fishing_pole fishing_pole_and_fish
✊ fist fist_raised raised_fist
🤛 fist_left left-facing_fist left_facing_fist left_fist
🤜 fist_right right-facing_fist right_facing_fist right_fist
5️⃣ five
🇫🇲 flag-fm flag_fm fm micronesia
🇫🇷 flag-fr flag_fr fr
🇬🇦 flag-ga flag_ga ga gabon
🇬🇧 flag-gb flag_gb gb uk
🇬🇩 flag-gd flag_gd gd grenada
🇬🇪 flag-ge flag_ge ge georgia
🇬🇫 flag-gf flag_gf french_guiana gf
🇬🇬 flag-gg flag_gg gg guernsey
🇬🇭 flag-gh flag_gh gh ghana
🇬🇮 flag-gi flag_gi gi gibraltar
🇬🇱 flag-gl flag_gl gl greenland
🇬🇲 flag-gm flag_gm gambia gm
🇬🇳 flag-gn flag_gn gn guinea
🇬🇵 flag-gp flag_gp gp guadeloupe
🇬🇷 flag-gr flag_gr gr greece
🇬🇸 flag-gs flag_gs gs south_georgia_south_sandwich_islands
🇬🇹 flag-gt flag_gt gt guatemala
🇬🇺 flag-gu flag_gu gu guam
🇬🇼 flag-gw flag_gw guinea_bissau gw
🇬🇾 flag-gy flag_gy guyana gy
🇭🇰 flag-hk flag_hk hk hong_kong
🇭🇲 flag-hm flag_hm heard_mcdonald_islands hm
🇭🇳 flag-hn flag_hn hn honduras
🇭🇹 flag-ht flag_ht haiti ht
🇭🇺 flag-hu flag_hu hu hungary
🇮🇩 flag-id flag_id indonesia
🇮🇪 flag-ie flag_ie ie ireland
🇮🇱 flag-il flag_il il israel
🇮🇲 flag-im flag_im im isle_of_man
🇮🇳 flag-in flag_in in india
🇮🇶 flag-iq flag_iq iq iraq
🇮🇷 flag-ir flag_ir ir iran
🇮🇸 flag-is flag_is iceland is
🇮🇹 flag-it flag_it it
🇯🇪 flag-je flag_je je jersey
🇯🇲 flag-jm flag_jm jamaica jm
🇯🇴 flag-jo flag_jo jo jordan
🇯🇵 flag-jp flag_jp jp
🇰🇪 flag-ke flag_ke ke kenya
🇰🇬 flag-kg flag_kg kg kyrgyzstan
🇰🇮 flag-ki flag_ki ki kiribati
🇰🇳 flag-kn flag_kn kn st_kitts_nevis
🇰🇵 flag-kp flag_kp kp north_korea
🇰🇷 flag-kr flag_kr kr
🇰🇼 flag-kw flag_kw kuwait kw
🇰🇿 flag-kz flag_kz kazakhstan kz
🇱🇦 flag-la flag_la la laos
🇱🇧 flag-lb flag_lb lb lebanon
🇱🇨 flag-lc flag_lc lc st_lucia
🇱🇮 flag-li flag_li li liechtenstein
🇱🇰 flag-lk flag_lk lk sri_lanka
🇱🇷 flag-lr flag_lr liberia lr
🇱🇸 flag-ls flag_ls lesotho ls
🇱🇹 flag-lt flag_lt lithuania lt
🇱🇺 flag-lu flag_lu lu luxembourg
🇱🇻 flag-lv flag_lv latvia lv
🇱🇾 flag-ly flag_ly libya ly
🇲🇦 flag-ma flag_ma ma morocco
🇲🇨 flag-mc flag_mc mc monaco
🇲🇩 flag-md flag_md md moldova
🇲🇪 flag-me flag_me me montenegro
🇲🇫 flag-mf flag_mf mf st_martin
🇲🇬 flag-mg flag_mg madagascar mg
🇲🇭 flag-mh flag_mh marshall_islands mh
🇲🇰 flag-mk flag_mk macedonia mk
🇲🇱 flag-ml flag_ml mali ml
🇲🇲 flag-mm flag_mm mm myanmar
🇲🇳 flag-mn flag_mn mn mongolia
🇲🇴 flag-mo flag_mo macau mo
🇲🇵 flag-mp flag_mp mp northern_mariana_islands
🇲🇶 flag-mq flag_mq martinique mq
🇲🇷 flag-mr flag_mr mauritania mr
🇲🇸 flag-ms flag_ms montserrat ms
🇲🇹 flag-mt flag_mt malta mt
🇲🇺 flag-mu flag_mu mauritius mu
🇲🇻 flag-mv flag_mv maldives mv
🇲🇼 flag-mw flag_mw malawi mw
🇲🇽 flag-mx flag_mx mexico mx
🇲🇾 flag-my flag_my malaysia my
🇲🇿 flag-mz flag_mz mozambique mz
🇳🇦 flag-na flag_na na namibia
🇳🇨 flag-nc flag_nc nc new_caledonia
🇳🇪 flag-ne flag_ne ne niger
🇳🇫 flag-nf flag_nf nf norfolk_island
🇳🇬 flag-ng flag_ng nigeria
🇳🇮 flag-ni flag_ni ni nicaragua
🇳🇱 flag-nl flag_nl netherlands nl
🇳🇴 flag-no flag_no no norway
🇳🇵 flag-np flag_np nepal np
🇳🇷 flag-nr flag_nr nauru nr
🇳🇺 flag-nu flag_nu niue nu
🇳🇿 flag-nz flag_nz new_zealand nz
🇴🇲 flag-om flag_om oman
🇵🇦 flag-pa flag_pa pa panama
🇵🇪 flag-pe flag_pe pe peru
🇵🇫 flag-pf flag_pf french_polynesia pf
🇵🇬 flag-pg flag_pg papua_new_guinea pg
🇵🇭 flag-ph flag_ph ph philippines
🇵🇰 flag-pk flag_pk pakistan pk
🇵🇱 flag-pl flag_pl pl poland
🇵🇲 flag-pm flag_pm pm st_pierre_miquelon
🇵🇳 flag-pn flag_pn pitcairn_islands pn
🇵🇷 flag-pr flag_pr pr puerto_rico
🇵🇸 flag-ps flag_ps palestinian_territories ps
🇵🇹 flag-pt flag_pt portugal pt
🇵🇼 flag-pw flag_pw palau pw
🇵🇾 flag-py flag_py paraguay py
🇶🇦 flag-qa flag_qa qa qatar
🇷🇪 flag-re flag_re re reunion
🇷🇴 flag-ro flag_ro ro romania
🇷🇸 flag-rs flag_rs rs serbia
🇷🇺 flag-ru flag_ru ru
🇷🇼 flag-rw flag_rw rw rwanda
🇸🇦 flag-sa flag_sa saudi saudi_arabia saudiarabia
🇨🇶 flag-sark
🇸🇧 flag-sb flag_sb sb solomon_islands
🇸🇨 flag-sc flag_sc sc seychelles
🏴󠁧󠁢󠁳󠁣󠁴󠁿 flag-scotland scotland
🇸🇩 flag-sd flag_sd sd sudan
🇸🇪 flag-se flag_se se sweden
🇸🇬 flag-sg flag_sg sg singapore
🇸🇭 flag-sh flag_sh sh st_helena
🇸🇮 flag-si flag_si si slovenia
🇸🇯 flag-sj flag_sj sj svalbard_jan_mayen
🇸🇰 flag-sk flag_sk sk slovakia
🇸🇱 flag-sl flag_sl sierra_leone sl
🇸🇲 flag-sm flag_sm san_marino sm
🇸🇳 flag-sn flag_sn senegal sn
🇸🇴 flag-so flag_so so somalia
🇸🇷 flag-sr flag_sr sr suriname
🇸🇸 flag-ss flag_ss south_sudan ss
🇸🇹 flag-st flag_st sao_tome_principe st
🇸🇽 flag-sx flag_sx sint_maarten sx
🇸🇾 flag-sy flag_sy sy syria
🇸🇿 flag-sz flag_sz swaziland sz
🇹🇦 flag-ta flag_ta ta tristan_da_cunha
🇹🇨 flag-tc flag_tc tc turks_caicos_islands
🇹🇫 flag-tf flag_tf french_southern_territories tf
🇹🇬 flag-tg flag_tg tg togo
🇹🇭 flag-th flag_th th thailand
🇹🇯 flag-tj flag_tj tajikistan tj
🇹🇰 flag-tk flag_tk tk tokelau
🇹🇱 flag-tl flag_tl timor_leste tl
🇹🇲 flag-tm flag_tm turkmenistan
🇹🇳 flag-tn flag_tn tn tunisia
🇹🇴 flag-to flag_to to tonga
🇹🇷 flag-tr flag_tr tr
🇹🇹 flag-tt flag_tt trinidad_tobago tt
🇹🇻 flag-tv flag_tv tuvalu
🇹🇼 flag-tw flag_tw taiwan tw
🇹🇿 flag-tz flag_tz tanzania tz
🇺🇦 flag-ua flag_ua ua ukraine
🇺🇬 flag-ug flag_ug ug uganda
🇺🇲 flag-um flag_um um us_outlying_islands
🇺🇳 flag-un united_nations
🇺🇸 flag-us flag_us us
🇺🇾 flag-uy flag_uy uruguay uy
🇺🇿 flag-uz flag_uz uz uzbekistan
🇻🇦 flag-va flag_va va vatican_city
🇻🇨 flag-vc flag_vc st_vincent_grenadines vc
🇻🇪 flag-ve flag_ve ve venezuela
🇻🇮 flag-vi flag_vi us_virgin_islands vi
🇻🇳 flag-vn flag_vn vietnam vn
🇻🇺 flag-vu flag_vu vanuatu vu
🏴󠁧󠁢󠁷󠁬󠁳󠁿 flag-wales wales
🇼🇫 flag-wf flag_wf wallis_futuna wf
🇼🇸 flag-ws flag_ws samoa ws
🇽🇰 flag-xk flag_xk kosovo xk
🇾🇪 flag-ye flag_ye ye yemen
🇾🇹 flag-yt flag_yt mayotte yt
🇿🇦 flag-za flag_za south_africa za
🇿🇲 flag-zm flag_zm zambia zm
🇿🇼 flag-zw flag_zw zimbabwe zw
⛳ flag_in_hole golf
🏳️ flag_white waving_white_flag white_flag
🦩 flamingo
🔦 flashlight
🥿 flat_shoe womans_flat_shoe
🫓 flatbread
⚜️ fleur-de-lis fleur_de_lis
💪 flexed_biceps muscle
💾 floppy_disk
🎴 flower_playing_cards
😳 flushed flushed_face
🪈 flute
🪰 fly
🥏 flying_disc
🛸 flying_saucer
🌫️ fog
🌁 foggy
🙏 folded_hands pray
🪭 folding_hand_fan
🫕 fondue
🦶 foot
🏈 football
👣 footprints
🍴 fork_and_knife
🍽️ fork_and_knife_with_plate fork_knife_plate knife_fork_plate plate_with_cutlery
🥠 fortune_cookie
⛲ fountain
🖋️ fountain_pen lower_left_fountain_pen pen_fountain
4️⃣ four
🍀 four_leaf_clover
🦊 fox fox_face
🖼️ frame_photo frame_with_picture framed_picture
🆓 free
🍟 french_fries fries
🍤 fried_shrimp
🐸 frog
😦 frowning
☹️ frowning2 frowning_face white_frowning_face
🙍‍♂️ frowning_man man-frowning man_frowning
🙍 frowning_person person_frowning
🙍‍♀️ frowning_woman woman-frowning woman_frowning
🖕 fu middle_finger reversed_hand_with_middle_finger_extended
⛽ fuel_pump fuelpump
🌕 full_moon
🌝 full_moon_with_face
⚱️ funeral_urn urn
🎲 game_die
🧄 garlic
🏳️‍🌈 gay_pride_flag rainbow-flag rainbow_flag
⚙️ gear
💎 gem gem_stone
♊ gemini
🧞 genie
🧞‍♂️ genie_man male_genie man_genie
👻 ghost
🎁 gift wrapped_gift
💝 gift_heart
🫚 ginger_root
🦒 giraffe giraffe_face
👧 girl
🥛 glass_of_milk milk milk_glass
🌐 globe_with_meridians
🧤 gloves
🌟 glowing_star star2
🥅 goal goal_net
🐐 goat
👺 goblin japanese_goblin
🥽 goggles
🏌️ golfer golfing person_golfing
🏌️‍♂️ golfing_man man-golfing man_golfing
🏌️‍♀️ golfing_woman woman-golfing woman_golfing
🪿 goose
🦍 gorilla
👵 grandma old_woman older_woman
🍇 grapes
🍏 green_apple
📗 green_book
🟢 green_circle large_green_circle
💚 green_heart
🥗 green_salad salad
🟩 green_square large_green_square
❕ grey_exclamation
🩶 grey_heart
❔ grey_question
😬 grimacing
😁 grin
😀 grinning grinning_face
😺 grinning_cat smiley_cat
🤩 grinning_face_with_star_eyes star-struck star_struck
💗 growing_heart heartpulse
💂 guard
💂‍♂️ guardsman male-guard man_guard
🦮 guide_dog
🎸 guitar
🔫 gun pistol
🪮 hair_pick
💇 haircut person_getting_haircut
💇‍♂️ haircut_man man-getting-haircut man_getting_haircut
💇‍♀️ haircut_woman woman-getting-haircut woman_getting_haircut
🍔 hamburger
🔨 hammer
⚒️ hammer_and_pick hammer_pick
🛠️ hammer_and_wrench tools
🪬 hamsa
🐹 hamster
✋ hand raised_hand
🖐️ hand_splayed raised_hand_with_fingers_splayed
🫰 hand_with_index_finger_and_thumb_crossed
👜 handbag
🤾 handball handball_person person_playing_handball
🤝 handshake shaking_hands
💩 hankey pile_of_poo poo poop shit
🪉 harp
#️⃣ hash
🐥 hatched_chick
🐣 hatching_chick
🙂‍↔️ head_shaking_horizontally
🙂‍↕️ head_shaking_vertically
🎧 headphone headphones
🪦 headstone
🧑‍⚕️ health_worker
🙉 hear_no_evil
❤️ heart red_heart
💟 heart_decoration
❣️ heart_exclamation heavy_heart_exclamation heavy_heart_exclamation_mark_ornament
😍 heart_eyes
😻 heart_eyes_cat
🫶 heart_hands
❤️‍🔥 heart_on_fire
♥️ heart_suit hearts
➗ heavy_division_sign
💲 heavy_dollar_sign
🟰 heavy_equals_sign
➖ heavy_minus_sign
✖️ heavy_multiplication_x
➕ heavy_plus_sign
🦔 hedgehog
🚁 helicopter
⛑️ helmet_with_cross helmet_with_white_cross rescue_worker_helmet
🌿 herb
🌺 hibiscus
🔆 high_brightness
👠 high_heel
⚡ high_voltage zap
🥾 hiking_boot
🛕 hindu_temple
🦛 hippopotamus
🔪 hocho kitchen_knife knife
🏒 hockey ice_hockey ice_hockey_stick_and_puck
🕳️ hole
🏘️ homes house_buildings houses
🍯 honey_pot
🪝 hook
🐴 horse horse_face
🏇 horse_racing
🏥 hospital
🌭 hot_dog hotdog
🥵 hot_face
🌶️ hot_pepper
♨️ hot_springs hotsprings
🏨 hotel
⌛ hourglass
⏳ hourglass_flowing_sand
🏠 house
🏡 house_with_garden
🤗 hugging hugging_face hugs
😯 hushed hushed_face
🛖 hut
🪻 hyacinth
🤟 i_love_you_hand_sign love_you_gesture
🍨 ice_cream
🧊 ice_cube
⛸️ ice_skate
🍦 icecream
🆔 id
🪪 identification_card
🉐 ideograph_advantage
👿 imp
📥 inbox_tray
📨 incoming_envelope
🫵 index_pointing_at_the_viewer
♾️ infinity
ℹ️ information information_source
💁 information_desk_person person_tipping_hand tipping_hand_person
😇 innocent
🔣 input_symbols symbols
⁉️ interrobang
📱 iphone mobile_phone
🏮 izakaya_lantern lantern
🎃 jack_o_lantern
🗾 japan map_of_japan
🏯 japanese_castle
👹 japanese_ogre ogre
🫙 jar
👖 jeans
🪼 jellyfish
🧩 jigsaw puzzle_piece
😂 joy
😹 joy_cat
🕹️ joystick
🧑‍⚖️ judge
🤹 juggler juggling juggling_person person_juggling
🕋 kaaba
🦘 kangaroo
🥋 karate_uniform martial_arts_uniform
🔑 key
🗝️ key2 old_key
⌨️ keyboard
🔟 keycap_ten
🪯 khanda
🛴 kick_scooter scooter
👘 kimono
💋 kiss kiss_mark
😗 kissing kissing_face
😽 kissing_cat
😚 kissing_closed_eyes
😘 kissing_heart
😙 kissing_smiling_eyes
🪁 kite
🥝 kiwi kiwi_fruit kiwifruit
🧎‍♂️ kneeling_man man_kneeling
🧎 kneeling_person person_kneeling
🧎‍♀️ kneeling_woman woman_kneeling
🪢 knot
🐨 koala
🈁 koko
🥼 lab_coat
🏷️ label
🥍 lacrosse
🪜 ladder
🐞 lady_beetle ladybug
🔷 large_blue_diamond
🟠 large_orange_circle orange_circle
🔶 large_orange_diamond
🟧 large_orange_square orange_square
🟣 large_purple_circle purple_circle
🟪 large_purple_square purple_square
🟥 large_red_square red_square
🟡 large_yellow_circle yellow_circle
🟨 large_yellow_square yellow_square
🌗 last_quarter_moon
🌜 last_quarter_moon_with_face
😆 laughing satisfied
🪾 leafless_tree
🥬 leafy_green
🍃 leaves
📒 ledger
🛅 left_luggage
↔️ left_right_arrow
🗨️ left_speech_bubble speech_left
↩️ leftwards_arrow_with_hook
🫲 leftwards_hand
🫷 leftwards_pushing_hand
🦵 leg
🍋 lemon
♌ leo
🐆 leopard
🎚️ level_slider
🤥 liar lying_face
♎ libra
🏋️ lifter person_lifting_weights weight_lifter weight_lifting
🩵 light_blue_heart
🚈 light_rail
🍋‍🟩 lime
🔗 link
🖇️ linked_paperclips paperclips
🦁 lion lion_face
👄 lips mouth
💄 lipstick
🦎 lizard
🦙 llama
🦞 lobster
🔒 lock locked
🔏 lock_with_ink_pen
🚂 locomotive steam_locomotive
🍭 lollipop
🪘 long_drum
➿ loop
🧴 lotion_bottle squeeze_bottle
🪷 lotus
🧘 lotus_position person_in_lotus_position
🧘‍♂️ lotus_position_man man_in_lotus_position
🧘‍♀️ lotus_position_woman woman_in_lotus_position
🔊 loud_sound
📢 loudspeaker
🏩 love_hotel
💌 love_letter
🪫 low_battery
🔅 low_brightness
🖊️ lower_left_ballpoint_pen pen pen_ballpoint
🖌️ lower_left_paintbrush paintbrush
🧳 luggage
🫁 lungs
🔍 mag
🔎 mag_right
🧙 mage
🧙‍♂️ mage_man male_mage man_mage
🪄 magic_wand
🧲 magnet
🀄 mahjong
📫 mailbox
📪 mailbox_closed
📬 mailbox_with_mail
📭 mailbox_with_no_mail
👨‍🎨 male-artist man_artist
👨‍🚀 male-astronaut man_astronaut
👨‍🍳 male-cook man_cook
🕵️‍♂️ male-detective male_detective man_detective
👨‍⚕️ male-doctor man_health_worker
👨‍🏭 male-factory-worker man_factory_worker
👨‍🌾 male-farmer man_farmer
👨‍🚒 male-firefighter man_firefighter
👨‍⚖️ male-judge man_judge
👨‍🔧 male-mechanic man_mechanic
👨‍💼 male-office-worker man_office_worker
👨‍✈️ male-pilot man_pilot
👮‍♂️ male-police-officer man_police_officer policeman
👨‍🔬 male-scientist man_scientist
👨‍🎤 male-singer man_singer
👨‍🎓 male-student man_student
👨‍🏫 male-teacher man_teacher
👨‍💻 male-technologist man_technologist
🕺 male_dancer man_dancing
♂️ male_sign
🦸‍♂️ male_superhero man_superhero superhero_man
🦹‍♂️ male_supervillain man_supervillain supervillain_man
🧛‍♂️ male_vampire man_vampire vampire_man
🧟‍♂️ male_zombie man_zombie zombie_man
🦣 mammoth
👨 man
🤸‍♂️ man-cartwheeling man_cartwheeling
🤦‍♂️ man-facepalming man_facepalming
🙅‍♂️ man-gesturing-no man_gesturing_no ng_man no_good_man
🙆‍♂️ man-gesturing-ok man_gesturing_ok ok_man
💆‍♂️ man-getting-massage man_getting_face_massage massage_man
🤹‍♂️ man-juggling man_juggling
🏋️‍♂️ man-lifting-weights man_lifting_weights weight_lifting_man
🚵‍♂️ man-mountain-biking man_mountain_biking mountain_biking_man
🤾‍♂️ man-playing-handball man_playing_handball
🤽‍♂️ man-playing-water-polo man_playing_water_polo
🙎‍♂️ man-pouting man_pouting pouting_man
🙋‍♂️ man-raising-hand man_raising_hand raising_hand_man
🚣‍♂️ man-rowing-boat man_rowing_boat rowing_man
🏃‍♂️ man-running man_running running_man
🤷‍♂️ man-shrugging man_shrugging
🏄‍♂️ man-surfing man_surfing surfing_man
🏊‍♂️ man-swimming man_swimming swimming_man
💁‍♂️ man-tipping-hand man_tipping_hand sassy_man tipping_hand_man
🚶‍♂️ man-walking man_walking walking_man
👳‍♂️ man-wearing-turban man_wearing_turban man_with_turban
🤼‍♂️ man-wrestling men_wrestling
🧔‍♂️ man_beard man_with_beard
👨‍🍼 man_feeding_baby
👨‍🦽 man_in_manual_wheelchair
👨‍🦽‍➡️ man_in_manual_wheelchair_facing_right
👨‍🦼 man_in_motorized_wheelchair
👨‍🦼‍➡️ man_in_motorized_wheelchair_facing_right
🧖‍♂️ man_in_steamy_room sauna_man
🤵‍♂️ man_in_tuxedo
🧎‍♂️‍➡️ man_kneeling_facing_right
👨‍🦰 man_red_hair man_red_haired red_haired_man
🏃‍♂️‍➡️ man_running_facing_right
🧍‍♂️ man_standing standing_man
🚶‍♂️‍➡️ man_walking_facing_right
👨‍🦳 man_white_haired white_haired_man
👲 man_with_chinese_cap man_with_gua_pi_mao
👨‍🦯 man_with_probing_cane
👰‍♂️ man_with_veil
👨‍🦯‍➡️ man_with_white_cane_facing_right
🍊 mandarin orange tangerine
🥭 mango
👞 mans_shoe shoe
🦽 manual_wheelchair
🗺️ map world_map
🍁 maple_leaf
🪇 maracas
😷 mask
💆 massage person_getting_massage
💆‍♀️ massage_woman woman-getting-massage woman_getting_face_massage
🧉 mate mate_drink
🍖 meat_on_bone
🧑‍🔧 mechanic
🦾 mechanical_arm
🦿 mechanical_leg
🎖️ medal medal_military military_medal
🏅 medal_sports sports_medal
⚕️ medical_symbol staff_of_aesculapius
📣 mega megaphone
🍈 melon
🫠 melting_face
📝 memo pencil
👬 men_holding_hands two_men_holding_hands
❤️‍🩹 mending_heart
🕎 menorah menorah_with_nine_branches
🚹 mens mens_room
🧜‍♀️ mermaid
🧜‍♂️ merman
🧜 merperson
🤘 metal sign_of_the_horns the_horns
🚇 metro
🦠 microbe
🎤 microphone
🎙️ microphone2 studio_microphone
🔬 microscope
🪖 military_helmet
🌌 milky_way
🚐 minibus
🪞 mirror
🪩 mirror_ball
🗿 moai moyai
📴 mobile_phone_off
💰 money_bag moneybag
🤑 money_mouth money_mouth_face
💸 money_with_wings
🐒 monkey
🐵 monkey_face
🚝 monorail
🌔 moon waxing_gibbous_moon
🥮 moon_cake
🫎 moose
🎓 mortar_board
🕌 mosque
🦟 mosquito
🌤️ mostly_sunny sun_behind_small_cloud sun_small_cloud white_sun_small_cloud white_sun_with_small_cloud
🤶 mother_christmas mrs_claus
🛥️ motor_boat motorboat
🛵 motor_scooter motorbike
🏍️ motorcycle racing_motorcycle
🦼 motorized_wheelchair
🛣️ motorway
🗻 mount_fuji
⛰️ mountain
🚵 mountain_bicyclist person_mountain_biking
🚵‍♀️ mountain_biking_woman woman-mountain-biking woman_mountain_biking
🚠 mountain_cableway
🚞 mountain_railway
🏔️ mountain_snow snow_capped_mountain
🐭 mouse mouse_face
🐁 mouse2
🪤 mouse_trap
🎥 movie_camera
🍄 mushroom
🎹 musical_keyboard
🎵 musical_note
🎶 musical_notes notes
🎼 musical_score
🔇 mute muted_speaker
🧑‍🎄 mx_claus
💅 nail_care nail_polish
📛 name_badge
🏞️ national_park park
🤢 nauseated_face sick
🧿 nazar_amulet
👔 necktie
❎ negative_squared_cross_mark
🤓 nerd nerd_face
🪺 nest_with_eggs
🪆 nesting_dolls
😐 neutral_face
🆕 new
🌑 new_moon
🌚 new_moon_face new_moon_with_face
📰 newspaper
🗞️ newspaper2 newspaper_roll rolled_up_newspaper
🆖 ng
🙅‍♀️ ng_woman no_good_woman woman-gesturing-no woman_gesturing_no
🌃 night_with_stars
9️⃣ nine
🥷 ninja
🔕 no_bell
🚳 no_bicycles
⛔ no_entry
🚫 no_entry_sign prohibited
🙅 no_good person_gesturing_no
📵 no_mobile_phones
😶 no_mouth
🚷 no_pedestrians
🚭 no_smoking
🚱 non-potable_water
👃 nose
📓 notebook
📔 notebook_with_decorative_cover
🗒️ notepad_spiral spiral_note_pad spiral_notepad
🔩 nut_and_bolt
⭕ o
🅾️ o2
🌊 ocean water_wave
🛑 octagonal_sign stop_sign
🐙 octopus
🍢 oden
🏢 office
🧑‍💼 office_worker
🛢️ oil oil_drum
🆗 ok
👌 ok_hand
🙆 ok_person person_gesturing_ok
🙆‍♀️ ok_woman woman-gesturing-ok woman_gesturing_ok
👴 old_man older_man
🧓 older_adult older_person
🫒 olive
🕉️ om om_symbol
🔛 on on_arrow
🚘 oncoming_automobile
🚍 oncoming_bus
🚔 oncoming_police_car
🚖 oncoming_taxi
1️⃣ one
🩱 one-piece_swimsuit one_piece_swimsuit
🧅 onion
📂 open_file_folder
👐 open_hands
😮 open_mouth
☂️ open_umbrella umbrella2
⛎ ophiuchus
📙 orange_book
🧡 orange_heart
🦧 orangutan
☦️ orthodox_cross
🦦 otter
📤 outbox_tray
🦉 owl
🐂 ox
🦪 oyster
📦 package
🥘 paella shallow_pan_of_food
📄 page_facing_up
📃 page_with_curl
📟 pager
🫳 palm_down_hand
🌴 palm_tree
🫴 palm_up_hand
🤲 palms_up_together
🥞 pancakes
🐼 panda panda_face
📎 paperclip
🪂 parachute
⛱️ parasol_on_ground umbrella_on_ground
🅿️ parking
🦜 parrot
〽️ part_alternation_mark
⛅ partly_sunny
🌦️ partly_sunny_rain sun_behind_rain_cloud white_sun_behind_cloud_with_rain white_sun_rain_cloud
🎉 party_popper tada
🥳 partying_face
🛂 passport_control
🫛 pea_pod
☮️ peace peace_symbol
🍑 peach
🦚 peacock
🥜 peanuts shelled_peanut
🍐 pear
✏️ pencil2
🐧 penguin
😔 pensive pensive_face
🧑‍🤝‍🧑 people_holding_hands
🫂 people_hugging
🤼 people_wrestling wrestlers wrestling
🎭 performing_arts
😣 persevere
🧑‍🍼 person_feeding_baby
🛌 person_in_bed sleeping_accommodation sleeping_bed
🧑‍🦽 person_in_manual_wheelchair
🧑‍🦽‍➡️ person_in_manual_wheelchair_facing_right
🧑‍🦼 person_in_motorized_wheelchair
🧑‍🦼‍➡️ person_in_motorized_wheelchair_facing_right
🧖 person_in_steamy_room sauna_person
🤵 person_in_tuxedo
🧎‍➡️ person_kneeling_facing_right
🤽 person_playing_water_polo water_polo
🙎 person_pouting person_with_pouting_face pouting_face
🙋 person_raising_hand raising_hand
🧑‍🦰 person_red_hair red_haired_person
🚣 person_rowing_boat rowboat
🏃 person_running runner running
🏃‍➡️ person_running_facing_right
🤷 person_shrugging shrug
🧍 person_standing standing_person
🏄 person_surfing surfer
🏊 person_swimming swimmer
🚶 person_walking walking
🚶‍➡️ person_walking_facing_right
👳 person_wearing_turban person_with_turban
🧑‍🦳 person_white_hair white_haired_person
🫅 person_with_crown
🧕 person_with_headscarf woman_with_headscarf
🧑‍🦯 person_with_probing_cane
👰 person_with_veil
🧑‍🦯‍➡️ person_with_white_cane_facing_right
🧫 petri_dish
🐦‍🔥 phoenix
☎️ phone telephone
⛏️ pick
🛻 pickup_truck
🥧 pie
🐷 pig pig_face
🐖 pig2
🐽 pig_nose
💊 pill
🧑‍✈️ pilot
🪅 pinata
🤌 pinched_fingers
🤏 pinching_hand
🍍 pineapple
🏓 ping_pong table_tennis table_tennis_paddle_and_ball
🩷 pink_heart
🏴‍☠️ pirate_flag
♓ pisces
🍕 pizza
🪧 placard
🛐 place_of_worship worship_symbol
🛝 playground_slide
🥺 pleading_face
🪠 plunger
👇 point_down
👈 point_left
👉 point_right
☝️ point_up
👆 point_up_2
🐻‍❄️ polar_bear
🚓 police_car
🐩 poodle
🍿 popcorn
🏣 post_office
📯 postal_horn
📮 postbox
🍲 pot_of_food stew
🚰 potable_water
🥔 potato
🪴 potted_plant
🍗 poultry_leg
💷 pound
🫗 pouring_liquid
😡 pout rage
😾 pouting_cat
🙎‍♀️ pouting_woman woman-pouting woman_pouting
📿 prayer_beads
🫃 pregnant_man
🫄 pregnant_person
🥨 pretzel
🤴 prince
👸 princess
🖨️ printer
🦯 probing_cane
💜 purple_heart
👛 purse
📌 pushpin
🚮 put_litter_in_its_place
❓ question question_mark
🐰 rabbit rabbit_face
🐇 rabbit2
🦝 raccoon
🏎️ race_car racing_car
🐎 racehorse
📻 radio
🔘 radio_button
☢️ radioactive radioactive_sign
🛤️ railroad_track railway_track
🚃 railway_car
🌈 rainbow
🖖 raised_hand_with_part_between_middle_and_ring_fingers spock-hand vulcan vulcan_salute
🙌 raised_hands raising_hands
🙋‍♀️ raising_hand_woman woman-raising-hand woman_raising_hand
🐏 ram
🍜 ramen steaming_bowl
🐀 rat
🪒 razor
🧾 receipt
♻️ recycle
🔴 red_circle
🧧 red_envelope
🦰 red_hair red_haired
👩‍🦰 red_haired_woman woman_red_haired
🇦 regional_indicator_a
🇧 regional_indicator_b
🇨 regional_indicator_c
🇩 regional_indicator_d
🇪 regional_indicator_e
🇫 regional_indicator_f
🇬 regional_indicator_g
🇭 regional_indicator_h
🇮 regional_indicator_i
🇯 regional_indicator_j
🇰 regional_indicator_k
🇱 regional_indicator_l
🇲 regional_indicator_m
🇳 regional_indicator_n
🇴 regional_indicator_o
🇵 regional_indicator_p
🇶 regional_indicator_q
🇷 regional_indicator_r
🇸 regional_indicator_s
🇹 regional_indicator_t
🇺 regional_indicator_u
🇻 regional_indicator_v
🇼 regional_indicator_w
🇽 regional_indicator_x
🇾 regional_indicator_y
🇿 regional_indicator_z
®️ registered
☺️ relaxed smiling_face
😌 relieved relieved_face
🎗️ reminder_ribbon
🔁 repeat
🔂 repeat_one
🚻 restroom
💞 revolving_hearts
⏪ rewind
🦏 rhino rhinoceros
🎀 ribbon
🍙 rice_ball
🍘 rice_cracker
🎑 rice_scene
🫱 rightwards_hand
🫸 rightwards_pushing_hand
💍 ring
🛟 ring_buoy
🪐 ringed_planet
🤖 robot robot_face
🪨 rock
🚀 rocket
🤣 rofl rolling_on_the_floor_laughing
🧻 roll_of_paper
🎢 roller_coaster
🛼 roller_skate
🐓 rooster
🫜 root_vegetable
🌹 rose
🏵️ rosette
🚨 rotating_light
📍 round_pushpin
🚣‍♀️ rowing_woman woman-rowing-boat woman_rowing_boat
🏉 rugby_football
🎽 running_shirt running_shirt_with_sash
🏃‍♀️ running_woman woman-running woman_running
🈂️ sa
🧷 safety_pin
🦺 safety_vest
♐ sagittarius
🍶 sake
🧂 salt
🫡 saluting_face
👡 sandal womans_sandal
🥪 sandwich
🎅 santa santa_claus
🥻 sari
💁‍♀️ sassy_woman tipping_hand_woman woman-tipping-hand woman_tipping_hand
📡 satellite satellite_antenna
🧖‍♀️ sauna_woman woman_in_steamy_room
🦕 sauropod
🎷 saxophone
🧣 scarf
🏫 school
🧑‍🔬 scientist
✂️ scissors
♏ scorpio scorpius
🦂 scorpion
😱 scream
🙀 scream_cat weary_cat
🪛 screwdriver
📜 scroll
🦭 seal
💺 seat
㊙️ secret
🙈 see_no_evil
🌱 seedling
🤳 selfie
🐕‍🦺 service_dog
7️⃣ seven
🪡 sewing_needle
🫨 shaking_face
☘️ shamrock
🦈 shark
🍧 shaved_ice
🐚 shell spiral_shell
🛡️ shield
⛩️ shinto_shrine
🚢 ship
👕 shirt t_shirt tshirt
🌠 shooting_star stars
🛍️ shopping shopping_bags
🛒 shopping_cart shopping_trolley
🩳 shorts
🪏 shovel
🚿 shower
🦐 shrimp
🧑‍🎤 singer
6️⃣ six
🔯 six_pointed_star
🛹 skateboard
💀 skeleton skull
🎿 ski skis
⛷️ skier
🏻 skin-tone-2 tone1
🏼 skin-tone-3 tone2
🏽 skin-tone-4 tone3
🏾 skin-tone-5 tone4
🏿 skin-tone-6 tone5
☠️ skull_and_crossbones skull_crossbones
🦨 skunk
🛷 sled
😴 sleeping sleeping_face
😪 sleepy sleepy_face
🙁 slight_frown slightly_frowning_face
🙂 slight_smile slightly_smiling_face
🎰 slot_machine
🦥 sloth
🔹 small_blue_diamond
🔸 small_orange_diamond
🔺 small_red_triangle
🔻 small_red_triangle_down
😄 smile
😸 smile_cat
😃 smiley
🥰 smiling_face_with_3_hearts smiling_face_with_three_hearts
🥲 smiling_face_with_tear
😈 smiling_imp
😏 smirk smirking_face
😼 smirk_cat
🐌 snail
🐍 snake
🤧 sneeze sneezing_face
🏂 snowboarder
❄️ snowflake
⛄ snowman snowman_without_snow
☃️ snowman2 snowman_with_snow
🧼 soap
😭 sob
⚽ soccer soccer_ball
🧦 socks
🥎 softball
🔜 soon soon_arrow
🆘 sos
🔉 sound
♠️ spade_suit spades
🍝 spaghetti
❇️ sparkle
🎇 sparkler
✨ sparkles
💖 sparkling_heart
🙊 speak_no_evil
🔈 speaker
🗣️ speaking_head speaking_head_in_silhouette
💬 speech_balloon
🚤 speedboat
🕷️ spider
🕸️ spider_web
🫟 splatter
🧽 sponge
🥄 spoon
🦑 squid
🏟️ stadium
🧍‍♀️ standing_woman woman_standing
⭐ star
☪️ star_and_crescent
✡️ star_of_david
🚉 station
🗽 statue_of_liberty
🩺 stethoscope
⏱️ stopwatch
📏 straight_ruler
🍓 strawberry
😛 stuck_out_tongue
😝 stuck_out_tongue_closed_eyes
😜 stuck_out_tongue_winking_eye
🧑‍🎓 student
🥙 stuffed_flatbread stuffed_pita
☀️ sun sunny
🌞 sun_with_face
🌻 sunflower
😎 sunglasses
🌅 sunrise
🌄 sunrise_over_mountains
🦸 superhero
🦹 supervillain
🏄‍♀️ surfing_woman woman-surfing woman_surfing
🍣 sushi
🚟 suspension_railway
🦢 swan
😓 sweat
💦 sweat_drops
😅 sweat_smile
🍠 sweet_potato
🏊‍♀️ swimming_woman woman-swimming woman_swimming
🕍 synagogue
💉 syringe
🦖 t-rex t_rex
🌮 taco
🥡 takeout_box
🫔 tamale
🎋 tanabata_tree
♉ taurus
🚕 taxi
🍵 tea
🧑‍🏫 teacher
🫖 teapot
🧑‍💻 technologist
🧸 teddy_bear
📞 telephone_receiver
🔭 telescope
📺 television tv
🎾 tennis
⛺ tent
🧪 test_tube
🌡️ thermometer
🤔 thinking thinking_face
🩴 thong_sandal
💭 thought_balloon
🧵 thread
3️⃣ three
🎫 ticket
🐯 tiger tiger_face
🐅 tiger2
⏲️ timer timer_clock
😫 tired_face
™️ tm trade_mark
🚽 toilet
🗼 tokyo_tower
🍅 tomato
👅 tongue
🧰 toolbox
🦷 tooth
🪥 toothbrush
🔝 top top_arrow
🎩 top_hat tophat
🖲️ trackball
🚜 tractor
🚥 traffic_light
🚋 train tram_car
🚆 train2
🚊 tram
🏳️‍⚧️ transgender_flag
⚧️ transgender_symbol
🚩 triangular_flag_on_post
📐 triangular_ruler
🔱 trident
😤 triumph
🧌 troll
🚎 trolleybus
🏆 trophy
🍹 tropical_drink
🐠 tropical_fish
🚚 truck
🎺 trumpet
🌷 tulip
🥃 tumbler_glass whisky
🦃 turkey
🐢 turtle
🔀 twisted_rightwards_arrows
2️⃣ two
💕 two_hearts
👭 two_women_holding_hands women_holding_hands
🈹 u5272
🈴 u5408
🈺 u55b6
🈯 u6307
🈷️ u6708
🈶 u6709
🈵 u6e80
🈚 u7121
🈸 u7533
🈲 u7981
🈳 u7a7a
☔ umbrella umbrella_with_rain_drops
😒 unamused unamused_face
🔞 underage
🦄 unicorn unicorn_face
🔓 unlock unlocked
🆙 up
🙃 upside_down upside_down_face
✌️ v victory_hand
🧛 vampire
🚦 vertical_traffic_light
📼 vhs videocassette
📳 vibration_mode
📹 video_camera
🎮 video_game
🎻 violin
♍ virgo
🌋 volcano
🏐 volleyball
🆚 vs
🧇 waffle
🚶‍♀️ walking_woman woman-walking woman_walking
🌘 waning_crescent_moon
🌖 waning_gibbous_moon
⚠️ warning
🗑️ wastebasket
⌚ watch
🐃 water_buffalo
🚾 water_closet wc
🍉 watermelon
👋 wave waving_hand
〰️ wavy_dash
🌒 waxing_crescent_moon
😩 weary weary_face
💒 wedding
🏋️‍♀️ weight_lifting_woman woman-lifting-weights woman_lifting_weights
🐳 whale
🐋 whale2
🛞 wheel
☸️ wheel_of_dharma
♿ wheelchair
✅ white_check_mark
⚪ white_circle
💮 white_flower
🦳 white_hair white_haired
👩‍🦳 white_haired_woman woman_white_haired
🤍 white_heart
⬜ white_large_square
◽ white_medium_small_square
◻️ white_medium_square
▫️ white_small_square
🔳 white_square_button
🥀 wilted_flower wilted_rose
🌬️ wind_blowing_face wind_face
🎐 wind_chime
🪟 window
🍷 wine_glass
🪽 wing
😉 wink winking_face
🛜 wireless
🐺 wolf
👩 woman
🤸‍♀️ woman-cartwheeling woman_cartwheeling
🤦‍♀️ woman-facepalming woman_facepalming
🤹‍♀️ woman-juggling woman_juggling
🤾‍♀️ woman-playing-handball woman_playing_handball
🤽‍♀️ woman-playing-water-polo woman_playing_water_polo
🤷‍♀️ woman-shrugging woman_shrugging
👳‍♀️ woman-wearing-turban woman_wearing_turban woman_with_turban
🤼‍♀️ woman-wrestling women_wrestling
🧔‍♀️ woman_beard woman_with_beard
👩‍🍼 woman_feeding_baby
👩‍🦽 woman_in_manual_wheelchair
👩‍🦽‍➡️ woman_in_manual_wheelchair_facing_right
👩‍🦼 woman_in_motorized_wheelchair
👩‍🦼‍➡️ woman_in_motorized_wheelchair_facing_right
🤵‍♀️ woman_in_tuxedo
🧎‍♀️‍➡️ woman_kneeling_facing_right
🏃‍♀️‍➡️ woman_running_facing_right
🚶‍♀️‍➡️ woman_walking_facing_right
👩‍🦯 woman_with_probing_cane
👩‍🦯‍➡️ woman_with_white_cane_facing_right
👚 womans_clothes
👒 womans_hat
🚺 womens womens_room
🪵 wood
🥴 woozy_face
🪱 worm
😟 worried worried_face
🔧 wrench
✍️ writing_hand
🩻 x-ray x_ray
🧶 yarn
🥱 yawning_face
💛 yellow_heart
💴 yen yen_banknote
☯️ yin_yang
🪀 yo-yo yo_yo
😋 yum
🦓 zebra zebra_face
0️⃣ zero
🤐 zipper_mouth zipper_mouth_face
🧟 zombie
💤 zzz`;
