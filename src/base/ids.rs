//! Enums whose variants each have an id: one list defines the type, its values and their ids.

macro_rules! ids {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $id:literal,)+ }) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every variant.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// The variant's id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}
pub(crate) use ids;
