-- SPDX-License-Identifier: Apache-2.0
-- Words to be typed as they are stand in bold, as manual pages have it. What pandoc makes of them by
-- itself asks for a font that not every viewer knows.
function Code(code)
  return pandoc.Strong(pandoc.Str(code.text))
end
