"""Sections → the fields of a Cv, one file per section or value.

name headline address contact links personal        who somebody is; name_labels, name_signs, broken_email help them
profile summary interests wishes                    what they say of themselves
experience education volunteering study diplomas    posts and studies; entry is what they share, practice what the posts add up to
skills skill_items skill_names languages cefr       what they can do
listed awards certifications projects publications references     parts that list things
occupation                                          a job title → the taxonomy
"""
