//! Enums whose variants have an id each: one list gives the type, its values and their ids.

macro_rules! ids {
    ($(#[$enum_doc:meta])* $name:ident { $($(#[$doc:meta])* $variant:ident $id:literal,)+ }) => {
        $(#[$enum_doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every one of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];

            /// Its id.
            pub fn id(self) -> &'static str {
                match self { $(Self::$variant => $id,)+ }
            }
        }
    };
}
pub(crate) use ids;
